namespace AvayaCloud.Sandbox;

/// <summary>A service app with its service account and its key pair, which is created on first use and does not change.</summary>
public sealed class SandboxServiceApp : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lazy<RSA> _key = new(() => RSA.Create(2048));

    internal SandboxServiceApp(Person person) => Person = person;

    public required string Name { get; init; }

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public required string ClientId { get; init; }
    public required string KeyId { get; init; }
    public required IReadOnlySet<string> Scopes { get; init; }

    /// <summary>The service account: the <c>sub</c> of its tokens.</summary>
    public string Account => Person.Login;

    /// <summary>The address by which the account is invited to spaces. Its domain is the company's.</summary>
    public string Email => Person.Emails[0].Value;

    /// <summary>A company admin can disable the service account, which cuts the app off from the API [seed 3].</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>The file of the Download Key button [seed 3].</summary>
    public string KeyFile => new JsonObject
    {
        ["iss"] = ClientId,
        ["sub"] = Account,
        ["kid"] = KeyId,
        ["private_key"] = Key.ExportRSAPrivateKeyPem(),
    }.ToJsonString(Indented);

    /// <summary>The name that the real download has.</summary>
    internal string FileName => $"service-key-{KeyId}.json";
    internal Person Person { get; }
    internal RSA Key => _key.Value;

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    public override string ToString() => $"service app {Name}";
}
