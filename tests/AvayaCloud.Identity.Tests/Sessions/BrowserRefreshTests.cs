using System.Runtime.CompilerServices;
using AvayaCloud.Identity.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>A call without a request waits for the browser to refresh. When the wait is over, the ledger must not keep it.</summary>
public sealed class BrowserRefreshTests : HostTest
{
    private static readonly TimeSpan BrowserTimeout = TimeSpan.FromSeconds(40);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_that_was_cancelled_leaves_nothing_in_the_ledger()
    {
        var caller = await WaitAsync(isPageOpen: true, source => source.Cancel());
        await IsForgottenAsync(caller);
    }

    [Fact]
    public async Task A_wait_that_timed_out_leaves_nothing_in_the_ledger()
    {
        var caller = await WaitAsync(isPageOpen: true, _ => Host.Clock.Advance(BrowserTimeout));
        await IsForgottenAsync(caller);
    }

    [Fact]
    public async Task A_wait_that_no_page_could_end_leaves_nothing_in_the_ledger()
    {
        var caller = await WaitAsync(isPageOpen: false, _ => { });
        await IsForgottenAsync(caller);
    }

    /// <summary>A waiter that is still registered holds on to its caller's token.</summary>
    private static Task IsForgottenAsync(WeakReference caller) => Eventually.TrueAsync(
        () =>
        {
            GC.Collect();
            return !caller.IsAlive;
        },
        Stop);

    /// <summary>Calls with an expired token, and returns the source of the call's cancellation.</summary>
    /// <param name="isPageOpen">Whether there is a page to ask.</param>
    /// <param name="whileWaiting">Happens once the wait is registered.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> WaitAsync(bool isPageOpen, Action<CancellationTokenSource> whileWaiting)
    {
        using var visitor = await Host.VisitAsync(Host.Ada);
        Assert.True(SessionId.TryParse(await TextAsync(await visitor.GetAsync("/sid")), out var id));
        Host.Clock.Advance(PastExpiry);

        using var source = new CancellationTokenSource();
        var page = new SilentPage(isPageOpen, () => whileWaiting(source));
        var tokens = new SessionTokens(Get<SessionLedger>(), Get<TokenRefresher>(), page, Host.Clock);
        var call = tokens.GetAsync(id, request: null, source.Token).AsTask();
        await call.ContinueWith(_ => { }, Stop, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.True(page.WasAsked);
        Assert.Equal(source.IsCancellationRequested, call.IsCanceled);
        return new WeakReference(source);
    }

    private T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>A page that does not refresh.</summary>
    private sealed class SilentPage(bool isOpen, Action whenAsked) : IBrowserRefresh
    {
        public bool WasAsked { get; private set; }

        public bool RequestRefresh(SessionId id, int spent)
        {
            WasAsked = true;
            whenAsked();
            return isOpen;
        }
    }
}
