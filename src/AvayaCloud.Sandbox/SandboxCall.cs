namespace AvayaCloud.Sandbox;

/// <summary>One call as the sandbox saw it. Kind is what tests count and faults aim at.</summary>
public sealed class SandboxCall
{
    /// <summary>The outcome of a refresh with a token that had been spent before.</summary>
    public const string Reuse = "reuse";

    internal SandboxCall(DateTimeOffset at, string method, string path, string kind) => (At, Method, Path, Kind) = (at, method, path, kind);

    public DateTimeOffset At { get; }

    public string Method { get; }

    /// <summary>Without the query, which may carry codes and tokens.</summary>
    public string Path { get; }

    /// <summary>authorize, login, consent, token.code, token.refresh, tokeninfo, revoke, api.users.me, api.users.me.spaces …</summary>
    public string Kind { get; }

    /// <summary>Grant type of a token call.</summary>
    public string? Grant { get; internal set; }

    /// <summary>Username of the person whose token or session it was, where known.</summary>
    public string? Person { get; internal set; }

    /// <summary>0 until answered, and when the connection was dropped instead.</summary>
    public int Status { get; internal set; }

    /// <summary>"ok", an OAuth error, "reuse", "denied", "fault …" and the like.</summary>
    public string? Outcome { get; internal set; }

    /// <summary>A kind or its family: "token" takes in "token.refresh"; "*" everything.</summary>
    internal bool Is(string kind) =>
        kind == "*"
        || string.Equals(Kind, kind, StringComparison.OrdinalIgnoreCase)
        || Kind.StartsWith(kind + ".", StringComparison.OrdinalIgnoreCase)
        || (kind.StartsWith('/') && string.Equals(Path.TrimEnd('/'), kind.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
}
