using Microsoft.AspNetCore.DataProtection;
namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>One session in a browser, one or more replicas, and a provider that rotates.</summary>
internal sealed class SessionLife : IAsyncDisposable
{
    // No whole minutes, as all else that passes: a token of the wrong clock is not by chance just made.
    private static readonly TimeSpan ClockError = new(2, 0, 30);

    private readonly FakeClock _time = new();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly RotatingProvider _provider = new();
    private readonly SharedSessions? _shared;
    private readonly List<ModelReplica> _replicas;
    private readonly ModelBrowser _browser;
    private readonly Truth _truth;
    private readonly Traffic _traffic;

    public SessionLife(int replicas)
    {
        _shared = replicas > 1 ? new SharedSessions(_time) : null;
        _replicas = [.. Enumerable.Range(0, replicas).Select(_ => new ModelReplica(new WallClock(_time), _keys, _provider, _shared))];
        _browser = new ModelBrowser(RotatingProvider.SignIn(_time.GetUtcNow()));
        _truth = new Truth(_provider);
        _traffic = new Traffic(_replicas, _shared, _provider, _browser, _truth);
    }

    /// <summary>The promise that was not kept; null while all are.</summary>
    public string? Broken => _truth.Broken;

    private SessionId Id => _browser.Cookie.Id;

    public async Task HappenAsync(Moment moment)
    {
        var here = _replicas[moment.Replica];
        switch (moment.Event)
        {
            case Event.Request or Event.SlowRequest or Event.AnswerToBrowserLost:
                _traffic.Ask(
                    here, _browser.Cookie,
                    moment.Event switch { Event.Request => Arrival.AtOnce, Event.SlowRequest => Arrival.Late, _ => Arrival.Never });
                break;
            case Event.ParallelRequests:
                var (cookie, elsewhere) = (_browser.Cookie, _replicas[(moment.Replica + 1) % _replicas.Count]);
                foreach (var replica in new[] { here, elsewhere, here, elsewhere })
                    _traffic.Ask(replica, cookie);
                break;
            case Event.LateRequest:
                _traffic.Ask(here, _browser.Before);
                break;
            case Event.SlowAnswersArrive:
                _browser.TakeLate();
                break;
            case Event.RequestAborted:
                using (var gone = new CancellationTokenSource())
                {
                    await gone.CancelAsync();
                    _traffic.Ask(here, _browser.Cookie, Arrival.Never, gone.Token);
                }

                break;
            case Event.ApiRefusesToken:
                await RefuseAsync(here);
                break;
            case Event.ReplicaRestarts:
                await RestartAsync(here);
                break;
            case Event.SignOut or Event.EndedFromTheList:
                await here.EndAsync(Id, moment.Event == Event.SignOut ? _browser.Cookie.Tokens.Refresh : null);
                _truth.IsSignedOut = true;
                break;
            default:
                Befall(moment.Event, here);
                break;
        }

        await _traffic.SettleAsync();
        _provider.IsKnownDead |= _replicas.Exists(replica => replica.Ledger.GetState(Id) is SessionState.Ended);
        _truth.Judge();
    }

    /// <summary>All trouble passes; then the session is either over, or as good as new on every replica.</summary>
    public async Task HealAsync()
    {
        (_provider.IsDown, _provider.LosesNextAnswer) = (false, false);
        _provider.Release();
        _replicas.ForEach(replica => replica.Clock.Offset = TimeSpan.Zero);
        await _traffic.SettleAsync();
        // Longer than the longest pause after a failure, and spread by a third.
        _time.Advance(TimeSpan.FromMinutes(7));
        for (var number = 0; number < _replicas.Count; number++)
        {
            // Once for what others know, and once more where that is not enough.
            await HappenAsync(new Moment(Event.ApiRefusesToken, number));
            await HappenAsync(new Moment(Event.ApiRefusesToken, number));
            var newest = _replicas[number].Ledger.GetNewestTokens(Id, carried: null)?.Access.Reveal();
            if (!_truth.IsOver && !Traffic.IsPast(_browser.Cookie, _replicas[number]) && newest != _provider.LiveAccess)
                _truth.Break("a session that does not recover");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _provider.Release();
        foreach (var replica in _replicas)
            await replica.DisposeAsync();
    }

    private void Befall(Event happens, ModelReplica here)
    {
        switch (happens)
        {
            case Event.ProviderGoesDown or Event.ProviderComesBack:
                _provider.IsDown = happens == Event.ProviderGoesDown;
                break;
            case Event.ProviderIsSlow or Event.ProviderIsSlowToAnswer:
                _provider.Stands = happens == Event.ProviderIsSlow ? StandStill.BeforeEffect : StandStill.BeforeAnswer;
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

    // By the way that calls to the API go: look for a newer generation first, then renew.
    private async Task RefuseAsync(ModelReplica replica)
    {
        var asked = _traffic.Ask(replica, _browser.Cookie, Arrival.Never);
        await _traffic.SettleAsync();
        if (asked?.Kept is { IsCompletedSuccessfully: true, Result: { } now })
            _ = replica.Tokens.RefreshAsync(Id, now.Session.Tokens, now.Session.Tokens.Access, CancellationToken.None).AsTask();
    }

    private async Task RestartAsync(ModelReplica replica)
    {
        await replica.DisposeAsync();
        _replicas[_replicas.IndexOf(replica)] = new ModelReplica(replica.Clock, _keys, _provider, _shared);
        if (_shared is not null)
            return;
        // What was under way is gone with it, and so is a pair that no browser has yet.
        _truth.IsRemembered &= !_truth.IsOver;
        _browser.Rest();
        if (_browser.Cookie.Tokens.Access.Reveal() != _provider.LiveAccess)
            _provider.Orphan();
    }
}
