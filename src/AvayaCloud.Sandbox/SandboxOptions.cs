using System.Net;

namespace AvayaCloud.Sandbox;

/// <summary>The options of a sandbox: the configuration section <c>Sandbox</c>, or its command line.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";
    public const int MaxSpaces = 10_000;
    public const int MaxMessages = 200_000;

    /// <summary>0 means any free port.</summary>
    public int Port { get; set; }

    /// <summary>The IP address to listen on: <c>0.0.0.0</c> means all addresses of this machine. Loopback when absent.</summary>
    public string? Listen { get; set; }

    /// <summary>The same seed gives the same users, ids, client and spaces.</summary>
    public int Seed { get; set; } = 2026;

    /// <summary>How many spaces the demo admin has, including archived ones.</summary>
    public int Spaces { get; set; } = 24;

    /// <summary>How many messages the busiest space has. With 0 it has some dozens, like the others.</summary>
    public int Messages { get; set; }

    /// <summary>Token responses say one second less, as those of Avaya Cloud do (3599).</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A refresh token that is used a second time revokes all tokens of its sign-in.</summary>
    public bool RevokeFamilyOnReuse { get; set; } = true;

    /// <summary>Derived from the seed when absent: 20 hexadecimal characters.</summary>
    public string? ClientId { get; set; }

    /// <summary>Derived from the seed when absent: 40 hexadecimal characters.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Compared character by character. Empty means any loopback address with the path <c>/signin-avaya</c>.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>The base address of the sandbox's own links; the address that it listens on when absent.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The <c>expires_in</c> of token responses.</summary>
    internal int ExpiresIn => (int)AccessTokenLifetime.TotalSeconds - 1;

    internal void Validate()
    {
        var errors = FindErrors().ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException("The sandbox cannot start. " + string.Join(' ', errors));
    }

    /// <summary>What is wrong, each with its key; empty when the sandbox can start.</summary>
    public IEnumerable<string> FindErrors()
    {
        if (Port is < 0 or > 65535)
            yield return "Sandbox:Port must be between 0 and 65535 (0 means any free port).";
        if (Listen is not null && !IPAddress.TryParse(Listen, out _))
            yield return "Sandbox:Listen must be an IP address, such as 0.0.0.0.";
        if (Spaces is < 0 or > MaxSpaces)
            yield return $"Sandbox:Spaces must be between 0 and {MaxSpaces}.";
        if (Messages is < 0 or > MaxMessages)
            yield return $"Sandbox:Messages must be between 0 and {MaxMessages}.";
        if (AccessTokenLifetime < TimeSpan.FromSeconds(2))
            yield return "Sandbox:AccessTokenLifetime must be two seconds or more.";
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return "Sandbox:PublicUrl must be an absolute http or https address.";
        foreach (var uri in RedirectUris.Where(uri => !Uri.IsWellFormedUriString(uri, UriKind.Absolute)))
            yield return $"Sandbox:RedirectUris contains \"{uri}\", which is not an absolute address.";
    }
}
