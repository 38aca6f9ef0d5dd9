namespace AvayaCloud.Sandbox;

/// <summary>The one registered OAuth client.</summary>
public sealed record SandboxClient(string ClientId, string ClientSecret)
{
    internal const string Name = "Spaces Portal";

    internal static SandboxClient Create(SandboxOptions options) => new(
        options.ClientId ?? Derived.Hex(options.Seed, "client id", 20),
        options.ClientSecret ?? Derived.Hex(options.Seed, "client secret", 40));

    public override string ToString() => ClientId;
}
