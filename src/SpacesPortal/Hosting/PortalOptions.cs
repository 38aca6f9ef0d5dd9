namespace SpacesPortal.Hosting;

/// <summary>What an operator sets for the portal itself, section <c>Portal</c>. Names are a contract: docs/operate.md.</summary>
internal sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The address people use, such as https://portal.example.com.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where the keys of cookies are kept: a volume that outlives the container.</summary>
    public string? KeysDirectory { get; set; }

    /// <summary>A PKCS#12 file that seals the keys at rest.</summary>
    public string? KeysCertificate { get; set; }

    /// <summary>The file's password, where it has one.</summary>
    public string? KeysCertificatePassword { get; set; }

    /// <summary>Kubernetes gives 30 s to stop by default; the host's own stop takes some of them.</summary>
    public static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(20);

    /// <summary>How long a stopping replica stays, not ready, for the balancer to notice. 0 by default.</summary>
    public TimeSpan DrainDelay { get; set; }

    public Uri? PublicAddress => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address) ? address : null;

    public static PortalOptions From(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<PortalOptions>() ?? new PortalOptions();
}
