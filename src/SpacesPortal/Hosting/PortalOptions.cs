namespace SpacesPortal.Hosting;

/// <summary>What an operator sets for the portal itself, section <c>Portal</c>. Names are a contract: docs/operate.md.</summary>
internal sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>Kubernetes gives 30 s to stop by default; the host's own stop takes some of them.</summary>
    public static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(20);

    /// <summary>The address people use, such as https://portal.example.com.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where the keys of the cookies are stored: a volume that outlives the container.</summary>
    public string? KeysDirectory { get; set; }

    /// <summary>A PKCS#12 file whose certificate encrypts the keys at rest.</summary>
    public string? KeysCertificate { get; set; }

    /// <summary>The password of that file, if it has one.</summary>
    public string? KeysCertificatePassword { get; set; }

    /// <summary>How long a stopping replica stays up, not ready, until the balancer has noticed. 0 by default.</summary>
    public TimeSpan DrainDelay { get; set; }
    public Uri? PublicAddress => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address) ? address : null;
}
