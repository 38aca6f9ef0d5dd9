using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity;

/// <summary>
/// The ledger of this replica, in memory, over the store that it shares with others. A restart loses the memory, and nothing with it:
/// each cookie brings its own tokens back.
/// </summary>
internal sealed class SessionLedger : ISessionLedger, IDisposable
{
    // A request waits for it, and can do without.
    private static readonly TimeSpan PatienceWithStore = TimeSpan.FromSeconds(1);

    private readonly LedgerEntries _entries;
    private readonly SessionFlight _flight;
    private readonly ISessionStore _store;
    private readonly TokenProtector _seal;
    private readonly SessionLifetime _lifetime;
    private readonly TimeProvider _clock;
    private readonly SessionMetrics _metrics;
    private Action<SessionId, SessionEndReason>? _ended;

    public SessionLedger(ISessionStore store, TokenProtector seal, IOptions<SessionLifetime> lifetime, SessionMetrics metrics, TimeProvider clock)
    {
        (_store, _seal, _lifetime, _metrics, _clock) = (store, seal, lifetime.Value, metrics, clock);
        _entries = new LedgerEntries(store, seal, lifetime.Value, clock);
        _flight = new SessionFlight(store, seal, lifetime.Value, metrics, clock);
        store.Listen(Hear);
        metrics.ObserveLedger(() => Count);
    }

    /// <summary>Entries held, for the metric and the tests of bounded memory.</summary>
    public int Count => _entries.Count;

    /// <summary>Refreshes under way: what a stop has to wait for, and the tests.</summary>
    public int Flights => _entries.FlightsUnderWay().Count;

    public SessionState Look(SessionId id) => _entries.Find(id) is { Standing: not SessionState.Unknown } entry
        ? entry.Standing
        : _store.EndOf(id) is { } why ? new SessionState.Ended(why) : SessionState.Unknown.Instance;

    public ValueTask RecordAsync(SessionId id, TokenSet tokens, CancellationToken cancellationToken)
    {
        var isNew = _entries.Within(id, entry =>
        {
            var isUnknown = entry.Standing is SessionState.Unknown;
            // Whoever brings tokens has them: nobody is behind.
            if (isUnknown || (entry.Standing is SessionState.Live live && live.Generation < tokens.Generation))
                _entries.Enter(id, entry, tokens, shown: true);
            return isUnknown;
        });
        // After it is entered: from then on signals are heard, so nothing falls between the two.
        return isNew ? new ValueTask(AskOthersAsync(id, cancellationToken)) : ValueTask.CompletedTask;
    }

    public void Confirm(SessionId id, int generation)
    {
        if (_entries.Find(id) is not { TrimAt: null } entry)
            return;
        lock (entry.Gate)
        {
            if (entry.Standing is SessionState.Live live && live.Generation == generation && entry.TrimAt is null)
                _entries.Confirm(entry);
        }
    }

    public Task<RefreshOutcome> RefreshAsync(
        SessionId id, TokenSet spent, ITokenSource source, CancellationToken cancellationToken) =>
        _entries.Within(id, entry =>
        {
            if (entry.Standing is SessionState.Ended)
                return Task.FromResult<RefreshOutcome>(new RefreshOutcome.Ended("the session is over"));
            if (entry.Standing is SessionState.Live live && live.Generation > spent.Generation && live.Tokens() is { } successor)
            {
                _metrics.LateCallerServed();
                return Task.FromResult<RefreshOutcome>(new RefreshOutcome.Renewed(successor));
            }

            if (entry is { HoldOff: { } holdOff, HoldOffEnds.MayHavePassed: false })
                return Task.FromResult<RefreshOutcome>(holdOff);
            if (entry.Flight is not null)
                _metrics.Joined();
            // Begun under the lock, run outside of it; the caller's cancellation is not handed on.
            return entry.Flight ??= Task.Run(() => FlyAsync(id, entry, spent, source), CancellationToken.None);
        }).WaitAsync(cancellationToken);

    public Task NewsAsync(SessionId id, int generation, CancellationToken cancellationToken) => _entries.Within(id, entry =>
        entry.Standing is SessionState.Ended || (entry.Standing is SessionState.Live live && live.Generation > generation)
            ? Task.CompletedTask
            : (entry.News ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task).WaitAsync(cancellationToken);

    public async ValueTask<TokenSet?> EndAsync(SessionId id, SessionEndReason why, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var newest = End(id, why, until);
        await _store.EndAsync(id, why, until, cancellationToken);
        // Another replica may have renewed since: then its token is the one that lives.
        if (await _store.ReadAsync(id, cancellationToken) is { } shared && shared.Generation > (newest?.Generation ?? 0))
            newest = _seal.Open(id, shared.Seal) ?? newest;
        if (newest?.Refresh is not null)
            ClaimRevocation(id);
        return newest;
    }

    public RefreshOutcome.Unavailable? TroubleOf(SessionId id) => _entries.Find(id)?.HoldOff;

    public bool ClaimRevocation(SessionId id) => _entries.Within(id, entry =>
    {
        var owes = entry.Standing is SessionState.Ended && entry.OwesRevocation;
        entry.OwesRevocation = false;
        return owes;
    });

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        // How each came out is its callers' matter.
        while (_entries.FlightsUnderWay() is { Count: > 0 } flights)
            await Task.WhenAll(flights).ContinueWith(_ => { }, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public void Listen(Action<SessionId, SessionEndReason> ended) => _ended += ended;

    public void Dispose() => _entries.Dispose();

    private TokenSet? End(SessionId id, SessionEndReason why, DateTimeOffset until)
    {
        var (isNew, newest) = _entries.Within(id, entry =>
        {
            var tokens = (entry.Standing as SessionState.Live)?.Tokens();
            var first = entry.Standing is not SessionState.Ended;
            (entry.Standing, entry.ForgetAt, entry.OwesRevocation) = (first ? new SessionState.Ended(why) : entry.Standing, new Deadline(_clock, until), first || entry.OwesRevocation);
            LedgerEntries.Tell(entry);
            return (first, tokens);
        });
        if (isNew)
            _ended?.Invoke(id, why);
        return newest;
    }

    private void Hear(SessionSignal signal)
    {
        if (_entries.Find(signal.Id) is not { } entry)
        {
            // The store remembers the end; only those who keep something for the session need to know.
            if (signal.End is { } over)
                _ended?.Invoke(signal.Id, over);
            return;
        }

        if (signal.End is { } why)
            End(signal.Id, why, _clock.GetUtcNow() + _lifetime.AbsoluteTimeout);
        else if (entry.Standing is SessionState.Live live && live.Generation < signal.Generation)
            _ = CatchUpAsync(signal.Id, CancellationToken.None);
    }

    private async Task AskOthersAsync(SessionId id, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PatienceWithStore, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await CatchUpAsync(id, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What the cookie brought has to do.
        }
    }

    // So that nobody here has to be refused first by the API, whose token the other replica's renewal has killed.
    private async Task CatchUpAsync(SessionId id, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(id, cancellationToken) is { } shared && _seal.Open(id, shared.Seal) is { } tokens)
            Land(id, tokens);
    }

    private async Task<RefreshOutcome> FlyAsync(SessionId id, LedgerEntry entry, TokenSet spent, ITokenSource source)
    {
        RefreshOutcome? outcome = null;
        try
        {
            using var limit = _flight.Limit();
            outcome = await _flight.FlyAsync(id, spent, source, limit.Token);
            if (outcome.Brought is not { } tokens || Land(id, tokens))
                return outcome;
            source.Abandon(tokens);
            return new RefreshOutcome.Ended("the session ended meanwhile");
        }
        finally
        {
            lock (entry.Gate)
            {
                entry.Flight = null;
                entry.HoldOff = outcome is null ? _flight.AfterBug() : outcome as RefreshOutcome.Unavailable;
                entry.HoldOffEnds = entry.HoldOff is { } trouble ? new Deadline(_clock, trouble.RetryAt) : null;
            }
        }
    }

    // False when the session ended while the answer was under way: it must not bring it back.
    private bool Land(SessionId id, TokenSet tokens) => _entries.Within(id, entry =>
    {
        if (entry.Standing is SessionState.Ended)
            return false;
        if (entry.Standing is not SessionState.Live live || live.Generation < tokens.Generation)
            _entries.Enter(id, entry, tokens, shown: false);
        return true;
    });
}
