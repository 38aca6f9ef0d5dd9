namespace AvayaCloud.Sandbox;

/// <summary>
/// A service app, its service account and its key pair. The pair is made when somebody first needs it, and lives as long as the sandbox.
/// </summary>
public sealed class SandboxServiceApp : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));

    internal SandboxServiceApp(string name, string clientId, string keyId, Person person, IReadOnlySet<string> scopes) =>
        (Name, ClientId, KeyId, Person, Scopes) = (name, clientId, keyId, person, scopes);

    public string Name { get; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string ClientId { get; }

    /// <summary>The service account: the <c>sub</c> of its tokens.</summary>
    public string Account => Person.Login;

    /// <summary>The address by which the account is invited to spaces; its domain is the company's.</summary>
    public string Email => Person.Emails[0].Value;

    public string KeyId { get; }

    public IReadOnlySet<string> Scopes { get; }

    /// <summary>A company admin may switch the service account off: the app is cut off from the API with it [seed 3].</summary>
    public bool IsEnabled { get; set; } = true;

    internal Person Person { get; }

    internal RSA Key => _key.Value;

    /// <summary>What the Download Key button gives [seed 3].</summary>
    public string KeyFile => new JsonObject
    {
        ["iss"] = ClientId,
        ["sub"] = Account,
        ["kid"] = KeyId,
        ["private_key"] = Key.ExportRSAPrivateKeyPem(),
    }.ToJsonString(Indented);

    /// <summary>By the portal's own name for it: <c>service-key-….json</c>.</summary>
    /// <returns>The path of the file.</returns>
    public async Task<string> DownloadKeyAsync(string folder, CancellationToken cancellationToken = default)
    {
        var path = Path.Combine(folder, FileName);
        await File.WriteAllTextAsync(path, KeyFile, cancellationToken);
        return path;
    }

    internal string FileName => $"service-key-{KeyId}.json";

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    public override string ToString() => $"service app {Name}";
}
