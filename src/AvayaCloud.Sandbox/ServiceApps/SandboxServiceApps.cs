using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox;

/// <summary>The company's service apps. One is there from the start: <c>bot</c>, with every scope.</summary>
public sealed class SandboxServiceApps : IDisposable
{
    /// <summary>The app that is there from the start.</summary>
    public const string Bot = "bot";

    private const int IdLength = 20;

    private readonly int _seed;
    private readonly Cast _cast;
    private readonly PeopleStore _people;
    private readonly Lock _gate = new();
    private readonly List<SandboxServiceApp> _apps = [];
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, SpaceAccess> _access = new(StringComparer.Ordinal);

    internal SandboxServiceApps(SandboxOptions options, Cast cast, PeopleStore people, TimeProvider clock)
    {
        (_seed, _cast, _people, _clock) = (options.Seed, cast, people, clock);
        Add(Bot, [.. ServiceScopes.All]);
    }

    public IReadOnlyList<SandboxServiceApp> All
    {
        get
        {
            lock (_gate)
                return [.. _apps];
        }
    }

    public SandboxServiceApp this[string name] => All.First(it => it.Name == name);

    /// <summary>Another one, which may call the endpoints of these scopes.</summary>
    public SandboxServiceApp Add(string name, params string[] scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(scopes);
        var unknown = scopes.Except(ServiceScopes.All, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new ArgumentException($"There is no scope {string.Join(", ", unknown)}.", nameof(scopes));

        var clientId = Derived.Hex(_seed, "service app " + name, IdLength);
        var app = new SandboxServiceApp(
            name, clientId, Derived.Hex(_seed, "key of " + name, IdLength), Account(name, clientId),
            scopes.ToHashSet(StringComparer.Ordinal));
        lock (_gate)
        {
            if (_apps.Exists(it => it.Name == name))
                throw new ArgumentException($"There is a service app {name} already.", nameof(name));
            _apps.Add(app);
        }

        _people.Put(app.Person);
        return app;
    }

    /// <summary>
    /// A token of 32 hexadecimal characters for an app in a space, good for an hour [guess]; nobody knows how the real ones are come by.
    /// </summary>
    public string GiveSpaceAccess(SandboxServiceApp app, string spaceId)
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _access[token] = new SpaceAccess(app, _cast.Admin, spaceId, _clock.GetUtcNow().AddHours(1));
        return token;
    }

    public void Dispose()
    {
        foreach (var app in All)
            app.Dispose();
    }

    internal SandboxServiceApp? ByKey(string? keyId) => All.FirstOrDefault(it => it.KeyId == keyId);

    internal SpaceAccess? FindSpaceAccess(string token) =>
        _access.TryGetValue(token, out var access) && access.Expires > _clock.GetUtcNow() ? access : null;

    /// <summary>After the state forgot everybody who is not in the cast.</summary>
    internal void MoveInAgain()
    {
        _access.Clear();
        foreach (var app in All)
        {
            app.IsEnabled = true;
            _people.Put(app.Person);
        }
    }

    // A user of the company that cannot sign in [seed 3]. Its address is of the company's domain [guess]: acting as a user wants both in
    // one.
    private Person Account(string name, string clientId)
    {
        var domain = Derived.Hex(_seed, "service domain", 6) + ".servicesapps.spaces.avayacloud.com";
        return _cast.Company.Person($"{clientId}@{domain}", "", new PersonName(name, "Service App"), name + " (service app)") with
        {
            Emails = [_cast.Company.WorkEmail($"{name}.service@example.com")],
            Licences = [_cast.Company.Licence("zangspaces_power", 1)],
        };
    }
}
