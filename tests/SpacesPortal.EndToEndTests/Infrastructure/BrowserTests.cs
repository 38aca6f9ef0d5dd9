using System.Collections.Concurrent;
using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>Gives visits to a test, and holds each page that they saw to its peace: no error, no dialog, no breach of the policy.</summary>
public abstract class BrowserTests(Chromium chromium, World world) : IAsyncLifetime
{
    /// <summary>Several times what the longest test takes. Most calls of Playwright have no limit of their own.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _limit = new(Limit);
    private readonly ConcurrentQueue<Visit> _visits = new();

    protected World World => world;

    protected SandboxServer Sandbox => world.Sandbox;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Sandbox.Faults.Clear();
        foreach (var visit in _visits)
            await visit.DisposeAsync();
        var isOverLimit = _limit.IsCancellationRequested;
        _limit.Dispose();
        GC.SuppressFinalize(this);
        Assert.False(isOverLimit, $"The test was still under way after {Limit.TotalMinutes} minutes; its browser was closed.");
        Assert.Null(world.LastWords);
        var complaints = _visits.SelectMany(visit => visit.Complaints).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    protected async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var visit = await Visit.BeginAsync(chromium, world, options);
        _visits.Enqueue(visit);
        // A call that waits for a closed browser fails, so the test ends instead of waiting for ever.
        _limit.Token.Register(() => _ = visit.DisposeAsync().AsTask());
        return visit;
    }

    protected async Task<Visit> SignedInAsync(string role = "admin", string address = "/", BrowserNewContextOptions? options = null)
    {
        var visit = await VisitAsync(options);
        await visit.SignInAsync(role, address);
        return visit;
    }
}
