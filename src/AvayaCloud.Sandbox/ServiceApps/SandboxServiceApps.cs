using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox;

/// <summary>The company's service apps. At the start there is one, <c>bot</c>, with every scope.</summary>
public sealed class SandboxServiceApps : IDisposable
{
    public const string Bot = "bot";

    private const int IdLength = 20;

    private readonly int _seed;
    private readonly DemoUsers _users;
    private readonly PeopleStore _people;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<SandboxServiceApp> _apps = [];
    private readonly ConcurrentDictionary<string, SpaceAccess> _spaceAccess = new(StringComparer.Ordinal);

    internal SandboxServiceApps(SandboxOptions options, DemoUsers users, PeopleStore people, TimeProvider clock)
    {
        _seed = options.Seed;
        _users = users;
        _people = people;
        _clock = clock;
        Add(Bot, [.. ServiceScopes.All]);
    }

    public IReadOnlyList<SandboxServiceApp> All
    {
        get
        {
            lock (_lock)
                return [.. _apps];
        }
    }

    public SandboxServiceApp this[string name] => All.First(it => it.Name == name);

    /// <summary>Adds an app that may call the endpoints of these scopes.</summary>
    public SandboxServiceApp Add(string name, params string[] scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(scopes);
        var unknown = scopes.Except(ServiceScopes.All, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new ArgumentException($"There is no scope {string.Join(", ", unknown)}.", nameof(scopes));

        var clientId = Derived.Hex(_seed, "service app " + name, IdLength);
        var app = new SandboxServiceApp(CreateAccount(name, clientId))
        {
            Name = name,
            ClientId = clientId,
            KeyId = Derived.Hex(_seed, "key of " + name, IdLength),
            Scopes = scopes.ToHashSet(StringComparer.Ordinal),
        };
        lock (_lock)
        {
            if (_apps.Exists(it => it.Name == name))
                throw new ArgumentException($"There already is a service app {name}.", nameof(name));
            _apps.Add(app);
        }

        _people.Put(app.Person);
        return app;
    }

    /// <summary>Issues a token of 32 hexadecimal characters for an app in a space, valid for an hour [guess]. How apps obtain real ones is
    /// not documented.</summary>
    public string IssueSpaceAccessToken(SandboxServiceApp app, string spaceId)
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _spaceAccess[token] = new SpaceAccess(app, _users.Admin, spaceId, _clock.GetUtcNow().AddHours(1));
        return token;
    }

    public void Dispose()
    {
        foreach (var app in All)
            app.Dispose();
    }

    internal SandboxServiceApp? FindByKeyId(string? keyId) => All.FirstOrDefault(it => it.KeyId == keyId);

    internal SpaceAccess? FindSpaceAccess(string token) =>
        _spaceAccess.TryGetValue(token, out var access) && access.Expires > _clock.GetUtcNow() ? access : null;

    /// <summary>Restores the service accounts after the state was reset to the demo users.</summary>
    internal void Reset()
    {
        _spaceAccess.Clear();
        foreach (var app in All)
        {
            app.IsEnabled = true;
            _people.Put(app.Person);
        }
    }

    // A user of the company who cannot sign in [seed 3]. Its address has the company's domain [guess], because acting as a user needs
    // both in one domain.
    private Person CreateAccount(string name, string clientId)
    {
        var company = _users.Company;
        var domain = Derived.Hex(_seed, "service domain", 6) + ".servicesapps.spaces.avayacloud.com";
        return company.CreatePerson($"{clientId}@{domain}", "", new PersonName(name, "Service App"), name + " (service app)") with
        {
            Emails = [company.CreateWorkEmail($"{name}.service@{Company.Domain}")],
            Licences = [company.CreateLicence("zangspaces_power", 1)],
        };
    }
}

/// <summary>A space access token of an app, for one space [wire 4.6]. How apps obtain it is not documented, so tests issue it.</summary>
internal sealed record SpaceAccess(SandboxServiceApp App, Person Authorizer, string SpaceId, DateTimeOffset Expires);
