using AvayaCloud.Sandbox.People;
using AvayaCloud.Sandbox.ServiceApps;
using AvayaCloud.Sandbox.State;

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

    internal SandboxServiceApps(SandboxOptions options, Cast cast, PeopleStore people)
    {
        (_seed, _cast, _people) = (options.Seed, cast, people);
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
        var app = new SandboxServiceApp(name, clientId, Derived.Hex(_seed, "key of " + name, IdLength), Account(name, clientId), scopes.ToHashSet(StringComparer.Ordinal));
        lock (_gate)
        {
            if (_apps.Exists(it => it.Name == name))
                throw new ArgumentException($"There is a service app {name} already.", nameof(name));
            _apps.Add(app);
        }

        _people.Put(app.Person);
        return app;
    }

    public void Dispose()
    {
        foreach (var app in All)
            app.Dispose();
    }

    internal SandboxServiceApp? ByKey(string? keyId) => All.FirstOrDefault(it => it.KeyId == keyId);

    /// <summary>After the state forgot everybody who is not in the cast.</summary>
    internal void MoveInAgain()
    {
        foreach (var app in All)
        {
            app.IsEnabled = true;
            _people.Put(app.Person);
        }
    }

    // A user of the company that cannot sign in [seed 3]. Its address is of the company's domain [guess]: acting as a user wants both in one.
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
