using AvayaCloud.Sandbox;

[assembly: AssemblyFixture(typeof(SharedPostgresServer))]

namespace SpacesPortal.ClusterTests.Infrastructure;

/// <summary>Replicas as operators run them: processes that share one database, behind a balancer.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly Balancer _balancer = new();
    private readonly List<PortalProcess> _replicas = [];

    private readonly string _database;

    private Cluster(SandboxServer avaya, string database) => (Avaya, _database) = (avaya, database);

    public SandboxServer Avaya { get; }

    public IReadOnlyList<PortalProcess> Replicas => _replicas;

    public DemoUser Ada => Avaya.Users.Single(person => person.Role == "admin");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Cluster> StartAsync(PostgresServer database, int replicas = 2, TimeSpan? tokenLifetime = null)
    {
        var avaya = await SandboxServer.StartAsync(new SandboxOptions { AccessTokenLifetime = tokenLifetime ?? TimeSpan.FromHours(1) });
        var connection = await database.CreateDatabaseAsync(Stop);
        var cluster = new Cluster(avaya, connection);
        // In parallel, so that they also have to agree on who creates the schema and the first key.
        cluster._replicas.AddRange(await Task.WhenAll(Enumerable.Range(0, replicas).Select(_ => cluster.StartReplicaAsync(connection))));
        await cluster._balancer.StartAsync(cluster._replicas.Select(replica => replica.Address), Stop);
        foreach (var replica in cluster._replicas)
            await WaitForHealthAsync(replica, "Healthy");
        return cluster;
    }

    /// <summary>Through the balancer, or at one replica: the cookies are the same.</summary>
    public Visitor Visit(PortalProcess? replica = null) => new(replica is null ? _balancer.Address : At(replica));

    public async Task<Visitor> SignInAsync()
    {
        var visitor = Visit();
        await visitor.SignInAsync(Ada, "/signin?returnUrl=/profile");
        return visitor;
    }

    /// <summary>The same browser at one replica.</summary>
    public Visitor At(PortalProcess replica, Visitor browser)
    {
        var visitor = Visit(replica);
        foreach (var cookie in browser.PortalCookies)
            visitor.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        return visitor;
    }

    /// <summary>Queries the database as an administrator.</summary>
    public Task<T> QueryAsync<T>(string sql) => PostgresQuery.ScalarAsync<T>(_database, sql, Stop);

    public Task LockIsAwaitedAsync() => PostgresQuery.LockIsAwaitedAsync(_database, Stop);

    /// <summary>Waits until Ada's newest access token has expired at Avaya Cloud.</summary>
    public async Task TokenExpiresAsync()
    {
        var token = Avaya.Tokens.LatestTokens(Ada.Username)!.AccessToken;
        await Eventually.TrueAsync(() => !Avaya.Tokens.IsAccessTokenAlive(token), Stop);
    }

    /// <summary>Waits until the replica reports this health: Healthy, Degraded or Unhealthy.</summary>
    public static async Task WaitForHealthAsync(PortalProcess replica, string health)
    {
        using var http = new HttpClient { BaseAddress = At(replica) };
        await Eventually.TrueAsync(
            async () =>
                await (await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop)).Content.ReadAsStringAsync(Stop) == health,
            Stop);
    }

    public async ValueTask DisposeAsync()
    {
        Avaya.Faults.Clear();
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
        await _balancer.DisposeAsync();
        await Avaya.DisposeAsync();
    }

    private static Uri At(PortalProcess replica) => new UriBuilder(replica.Address) { Host = "127.0.0.1" }.Uri;

    private Task<PortalProcess> StartReplicaAsync(string connection)
    {
        var avaya = Avaya.Address.AbsoluteUri.TrimEnd('/');
        return PortalProcess.StartAsync(
            [
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                ("Portal:PublicUrl", _balancer.Address.AbsoluteUri.TrimEnd('/')),
                ("ConnectionStrings:Portal", connection),
                ("AvayaCloud:IdentityUrl", avaya),
                ("AvayaCloud:SpacesUrl", avaya + "/api"),
                ("AvayaCloud:ClientId", Avaya.Client.ClientId),
                ("AvayaCloud:ClientSecret", Avaya.Client.ClientSecret),
            ],
            Stop);
    }
}
