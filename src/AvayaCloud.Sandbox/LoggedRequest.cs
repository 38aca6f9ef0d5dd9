namespace AvayaCloud.Sandbox;

/// <summary>One request in the log of the sandbox. Tests count requests by kind, and faults apply to a kind.</summary>
public sealed class LoggedRequest
{
    /// <summary>The outcome of a refresh with a token that was already used.</summary>
    public const string Reuse = "reuse";

    public required DateTimeOffset At { get; init; }
    public required string Method { get; init; }

    /// <summary>Without the query, which may contain codes and tokens.</summary>
    public required string Path { get; init; }

    /// <summary>authorize, login, consent, token.code, token.refresh, tokeninfo, revoke, api.users.me, api.users.me.spaces …</summary>
    public required string Kind { get; init; }

    /// <summary>The grant type of a token request.</summary>
    public string? Grant { get; internal set; }

    /// <summary>The user whose token or session it was, where known.</summary>
    public string? User { get; internal set; }

    /// <summary>0 until the response is sent, and when the connection was dropped.</summary>
    public int Status { get; internal set; }

    /// <summary>"ok", an OAuth error, "reuse", "denied", "fault …" and the like.</summary>
    public string? Outcome { get; internal set; }

    /// <summary>A kind or its family: "token" includes "token.refresh". A path. Or "*" for all.</summary>
    internal bool Matches(string kind) =>
        kind == "*"
        || string.Equals(Kind, kind, StringComparison.OrdinalIgnoreCase)
        || Kind.StartsWith(kind + ".", StringComparison.OrdinalIgnoreCase)
        || (kind.StartsWith('/') && string.Equals(Path.TrimEnd('/'), kind.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
}
