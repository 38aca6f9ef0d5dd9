using Microsoft.AspNetCore.DataProtection;
namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>One session in a browser, one or more replicas, and a provider that rotates refresh tokens.</summary>
internal sealed class SessionLife : IAsyncDisposable
{
    // Not whole minutes, as all other times are: so a token of the wrong clock never seems just issued.
    private static readonly TimeSpan ClockError = new(2, 0, 30);

    private readonly FakeClock _time = new();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly RotatingProvider _provider = new();
    private readonly SharedSessions? _shared;
    private readonly List<ModelReplica> _replicas;
    private readonly ModelBrowser _browser;
    private readonly Invariants _invariants;
    private readonly PendingRequests _requests;

    public SessionLife(int replicas)
    {
        _shared = replicas > 1 ? new SharedSessions(_time) : null;
        _replicas = [.. Enumerable.Range(0, replicas).Select(_ => new ModelReplica(new SettableClock(_time), _keys, _provider, _shared))];
        _browser = new ModelBrowser(RotatingProvider.SignIn(_time.GetUtcNow()));
        _invariants = new Invariants(_provider);
        _requests = new PendingRequests(_replicas, _shared, _provider, _browser, _invariants);
    }

    /// <summary>The violated invariant; null while all hold.</summary>
    public string? Violation => _invariants.Violation;

    private SessionId Id => _browser.Cookie.Id;

    public async Task ApplyAsync(Step step)
    {
        var here = _replicas[step.Replica];
        switch (step.Event)
        {
            case Event.Request or Event.SlowRequest or Event.AnswerToBrowserLost:
                _requests.Send(
                    here, _browser.Cookie,
                    step.Event switch { Event.Request => Arrival.AtOnce, Event.SlowRequest => Arrival.Late, _ => Arrival.Never });
                break;
            case Event.ParallelRequests:
                var (cookie, elsewhere) = (_browser.Cookie, _replicas[(step.Replica + 1) % _replicas.Count]);
                foreach (var replica in new[] { here, elsewhere, here, elsewhere })
                    _requests.Send(replica, cookie);
                break;
            case Event.LateRequest:
                _requests.Send(here, _browser.Before);
                break;
            case Event.SlowAnswersArrive:
                _browser.TakeLateResponses();
                break;
            case Event.RequestAborted:
                using (var gone = new CancellationTokenSource())
                {
                    await gone.CancelAsync();
                    _requests.Send(here, _browser.Cookie, Arrival.Never, gone.Token);
                }

                break;
            case Event.ApiRefusesToken:
                await RefuseAsync(here);
                break;
            case Event.ReplicaRestarts:
                await RestartAsync(here);
                break;
            case Event.SignOut or Event.EndedFromTheList:
                await here.EndAsync(Id, step.Event == Event.SignOut ? _browser.Cookie.Tokens.Refresh : null);
                _invariants.IsSignedOut = true;
                break;
            default:
                Apply(step.Event, here);
                break;
        }

        await _requests.SettleAsync();
        _provider.IsKnownDead |= _replicas.Exists(replica => replica.Ledger.GetState(Id) is SessionState.Ended);
        _invariants.Check();
    }

    /// <summary>Ends all faults. The session must then either be over, or work on every replica.</summary>
    public async Task RecoverAsync()
    {
        (_provider.IsDown, _provider.LosesNextAnswer) = (false, false);
        _provider.Release();
        _replicas.ForEach(replica => replica.Clock.Offset = TimeSpan.Zero);
        await _requests.SettleAsync();
        // Longer than the longest back-off, with its jitter of a third.
        _time.Advance(TimeSpan.FromMinutes(7));
        for (var number = 0; number < _replicas.Count; number++)
        {
            // Once for what other replicas know, and once more where that is not enough.
            await ApplyAsync(new Step(Event.ApiRefusesToken, number));
            await ApplyAsync(new Step(Event.ApiRefusesToken, number));
            var newest = _replicas[number].Ledger.GetNewestTokens(Id, fromCookie: null)?.Access.Reveal();
            if (!_invariants.IsOver && !PendingRequests.IsPast(_browser.Cookie, _replicas[number]) && newest != _provider.LiveAccess)
                _invariants.Violate("a session that does not recover");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Release();
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
    }

    private void Apply(Event happens, ModelReplica here)
    {
        switch (happens)
        {
            case Event.ProviderGoesDown or Event.ProviderComesBack:
                _provider.IsDown = happens == Event.ProviderGoesDown;
                break;
            case Event.ProviderIsSlow or Event.ProviderIsSlowToAnswer:
                _provider.HoldsAt = happens == Event.ProviderIsSlow ? HoldPoint.BeforeEffect : HoldPoint.BeforeAnswer;
                break;
            case Event.ProviderAnswers:
                _provider.Release();
                break;
            case Event.RefreshAnswerLost:
                _provider.LosesNextAnswer = true;
                break;
            case Event.ClockIsSetForward or Event.ClockIsSetBack or Event.ClockIsSetRight:
                here.Clock.Offset = happens switch
                {
                    Event.ClockIsSetForward => ClockError,
                    Event.ClockIsSetBack => -ClockError,
                    _ => TimeSpan.Zero,
                };
                break;
            case Event.AMinutePasses:
                _time.Advance(TimeSpan.FromMinutes(1));
                _browser.AMinutePasses();
                break;
            default:
                _time.Advance(happens == Event.TokenIsNearlyOver ? TimeSpan.FromMinutes(56) : TimeSpan.FromHours(1));
                _browser.Rest();
                break;
        }
    }

    // As calls to the API do: look for a newer generation first, then refresh.
    private async Task RefuseAsync(ModelReplica replica)
    {
        var request = _requests.Send(replica, _browser.Cookie, Arrival.Never);
        await _requests.SettleAsync();
        if (request?.Validation is { IsCompletedSuccessfully: true, Result: { } now })
            _ = replica.Tokens.RefreshAsync(Id, now.Session.Tokens, now.Session.Tokens.Access, CancellationToken.None).AsTask();
    }

    private async Task RestartAsync(ModelReplica replica)
    {
        await replica.DisposeAsync();
        _replicas[_replicas.IndexOf(replica)] = new ModelReplica(replica.Clock, _keys, _provider, _shared);
        if (_shared is not null)
            return;
        // Requests in flight are gone with it, and so is a pair that no browser has yet.
        _invariants.IsRemembered &= !_invariants.IsOver;
        _browser.Rest();
        if (_browser.Cookie.Tokens.Access.Reveal() != _provider.LiveAccess)
            _provider.Orphan();
    }
}
