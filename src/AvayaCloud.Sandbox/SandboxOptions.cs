using System.Net;

namespace AvayaCloud.Sandbox;

/// <summary>What a sandbox is like: configuration section <c>Sandbox</c>, or its own command line.</summary>
public sealed class SandboxOptions
{
    public const string Section = "Sandbox";
    public const int MostSpaces = 10_000;
    public const int MostMessages = 200_000;

    /// <summary>0 takes any free port.</summary>
    public int Port { get; set; }

    /// <summary>The IP address to listen on: <c>0.0.0.0</c> takes all of this machine. Loopback when absent.</summary>
    public string? Listen { get; set; }

    /// <summary>The same seed gives the same people, ids, client and spaces.</summary>
    public int Seed { get; set; } = 2026;

    /// <summary>How many spaces the demo admin has, of every kind, archived ones included.</summary>
    public int Spaces { get; set; } = 24;

    /// <summary>How many messages the busiest space has; 0 leaves it like the others, with some dozens.</summary>
    public int Messages { get; set; }

    /// <summary>Token answers say one second less, as Avaya Cloud does (3599).</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A refresh token that comes a second time ends all that descends from its sign-in.</summary>
    public bool RevokeFamilyOnReuse { get; set; } = true;

    /// <summary>20 hex characters derived from the seed when absent.</summary>
    public string? ClientId { get; set; }

    /// <summary>40 hex characters derived from the seed when absent.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Compared letter by letter. Empty: any loopback address whose path is <c>/signin-avaya</c>.</summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>What the sandbox's own links show; its address when absent.</summary>
    public string? PublicUrl { get; set; }

    internal void Validate()
    {
        var mistakes = Mistakes().ToList();
        if (mistakes.Count > 0)
            throw new InvalidOperationException("The sandbox cannot start. " + string.Join(' ', mistakes));
    }

    private IEnumerable<string> Mistakes()
    {
        if (Port is < 0 or > 65535)
            yield return "Sandbox:Port must be between 0 and 65535 (0 takes a free one).";
        if (Listen is not null && !IPAddress.TryParse(Listen, out _))
            yield return "Sandbox:Listen must be an IP address, such as 0.0.0.0.";
        if (Spaces is < 0 or > MostSpaces)
            yield return $"Sandbox:Spaces must be between 0 and {MostSpaces}.";
        if (Messages is < 0 or > MostMessages)
            yield return $"Sandbox:Messages must be between 0 and {MostMessages}.";
        if (AccessTokenLifetime < TimeSpan.FromSeconds(2))
            yield return "Sandbox:AccessTokenLifetime must be two seconds or more.";
        if (PublicUrl is not null && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            yield return "Sandbox:PublicUrl must be an absolute http or https address.";
        foreach (var uri in RedirectUris.Where(uri => !Uri.IsWellFormedUriString(uri, UriKind.Absolute)))
            yield return $"Sandbox:RedirectUris holds \"{uri}\", which is not an absolute address.";
    }
}
