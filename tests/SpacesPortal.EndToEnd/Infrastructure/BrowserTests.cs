using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEnd.Infrastructure;

/// <summary>Gives visits to a test, and holds each page that they saw to its peace: no error, no dialog, no breach of the policy.</summary>
public abstract class BrowserTests(Chromium chromium, World world) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];

    protected World World => world;

    protected SandboxServer Sandbox => world.Sandbox;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Sandbox.Faults.Clear();
        foreach (var visit in _visits)
            await visit.DisposeAsync();
        GC.SuppressFinalize(this);
        Assert.Null(world.LastWords);
        var complaints = _visits.SelectMany(visit => visit.Complaints).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    protected async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var visit = await Visit.BeginAsync(chromium, world, options);
        _visits.Add(visit);
        return visit;
    }

    protected async Task<Visit> SignedInAsync(string role = "admin", string address = "/", BrowserNewContextOptions? options = null)
    {
        var visit = await VisitAsync(options);
        await visit.SignInAsync(role, address);
        return visit;
    }
}
