using System.Collections.Concurrent;
using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>
/// Opens browsers for a test, and fails it when any of their pages had an error, a dialog or a violation of the content policy.
/// </summary>
public abstract class BrowserTests<TPortal>(Chromium chromium, TPortal portal) : IClassFixture<TPortal>, IAsyncLifetime
    where TPortal : PortalFixture
{
    /// <summary>Several times what the longest test takes. Most calls of Playwright have no limit of their own.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly CancellationTokenSource _limit = new(Limit);
    private readonly ConcurrentQueue<BrowserUser> _users = new();

    protected TPortal Portal => portal;

    protected SandboxServer Sandbox => portal.Sandbox;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Sandbox.Faults.Clear();
        foreach (var user in _users)
            await user.DisposeAsync();
        var isOverLimit = _limit.IsCancellationRequested;
        _limit.Dispose();
        GC.SuppressFinalize(this);
        Assert.False(isOverLimit, $"The test was still running after {Limit.TotalMinutes} minutes; its browser was closed.");
        Assert.Null(portal.CrashOutput);
        var errors = _users.SelectMany(user => user.Errors).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    protected async Task<BrowserUser> OpenBrowserAsync(BrowserNewContextOptions? options = null)
    {
        var user = await BrowserUser.CreateAsync(chromium, portal, options);
        _users.Enqueue(user);
        // A call that waits for a closed browser fails, so the test ends instead of waiting for ever.
        _limit.Token.Register(() => _ = user.DisposeAsync().AsTask());
        return user;
    }

    protected async Task<BrowserUser> SignInAsync(string role = "admin", string address = "/", BrowserNewContextOptions? options = null)
    {
        var user = await OpenBrowserAsync(options);
        await user.SignInAsync(role, address);
        return user;
    }
}
