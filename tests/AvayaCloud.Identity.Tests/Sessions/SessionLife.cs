using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Testing;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>What can happen to a session in a day.</summary>
internal enum Event
{
    Request,
    ParallelRequests,
    LateRequest,
    AnswerToBrowserLost,
    RequestAborted,
    ProviderGoesDown,
    ProviderComesBack,
    AMinutePasses,
    TokenIsNearlyOver,
    AnHourPasses,
    SignOut,
}

/// <summary>A session with its browser's one cookie, the real ledger, keeper and refresher, and a provider that rotates.</summary>
internal sealed class SessionLife : IAsyncDisposable
{
    private readonly FakeClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly SessionLedger _ledger;
    private readonly SessionKeeper _keeper;
    private readonly SessionEnder _ender;
    private Session _cookie;
    private Session _before;
    private bool _ended;

    public SessionLife()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock);
        services.AddAvayaCloud(settings => (settings.ClientId, settings.IdentityUrl) = ("client", "http://127.0.0.1:1"));
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(new ProviderBackchannel(Provider, _clock));
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        _services = services.BuildServiceProvider();
        _ledger = (SessionLedger)_services.GetRequiredService<ISessionLedger>();
        _keeper = _services.GetRequiredService<SessionKeeper>();
        _ender = _services.GetRequiredService<SessionEnder>();

        if (!AccessToken.TryParse(RotatingProvider.Access(1), out var access) | !RefreshToken.TryParse(RotatingProvider.Refresh(1), out var refresh))
            throw new InvalidOperationException("The model's tokens are no tokens.");
        var now = _clock.GetUtcNow();
        _cookie = new Session(SessionId.Create(), new Person("id", null, "", null, null), now, now, new TokenSet(1, access, refresh, now, now.AddSeconds(3599), GrantTerms.Unnamed));
        _before = _cookie;
    }

    public RotatingProvider Provider { get; } = new();

    /// <summary>The promise that did not hold; null while all do.</summary>
    public string? Broken { get; private set; }

    public async Task HappenAsync(Event moment)
    {
        switch (moment)
        {
            case Event.Request:
                Take(await KeepAsync(_cookie));
                break;
            case Event.ParallelRequests:
                var cookie = _cookie;
                foreach (var kept in await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => KeepAsync(cookie))))
                    Take(kept);
                break;
            case Event.LateRequest:
                await KeepAsync(_before);
                break;
            case Event.AnswerToBrowserLost:
                await KeepAsync(_cookie);
                break;
            case Event.RequestAborted:
                await AbortAsync();
                break;
            case Event.ProviderGoesDown or Event.ProviderComesBack:
                Provider.IsDown = moment == Event.ProviderGoesDown;
                break;
            case Event.SignOut:
                _ended = true;
                await _ender.EndAsync(_cookie.Id, SessionEnd.ByPerson, CancellationToken.None);
                break;
            default:
                Pass(moment);
                break;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private void Pass(Event span)
    {
        _clock.Advance(span switch
        {
            Event.AMinutePasses => TimeSpan.FromMinutes(1),
            Event.TokenIsNearlyOver => TimeSpan.FromMinutes(56),
            _ => TimeSpan.FromHours(1),
        });
        // A browser sends its newest cookie after so long; only what was under way still carries the one before.
        if (span != Event.AMinutePasses)
            _before = _cookie;
    }

    private async Task<SessionKeeper.Kept?> KeepAsync(Session cookie)
    {
        // The cookie handler asks nobody about a cookie whose time is over.
        if (IsOver(cookie))
            return null;
        var kept = await _keeper.KeepAsync(cookie, SessionUse.Usual, CancellationToken.None);
        if (kept is not null && _ended)
            Broken = "a session after its end";
        if (kept is null && !_ended)
            Broken = "an end that nobody asked for";
        if (kept is not null && !kept.Session.Tokens.IsExpiredAt(_clock.GetUtcNow()) && kept.Session.Tokens.Access.Reveal() != Provider.LiveAccess)
            Broken = "an access token that the provider has replaced";
        return kept;
    }

    private bool IsOver(Session cookie) => new SessionLifetime().EndOf(cookie.StartedAt, cookie.ActiveAt) <= _clock.GetUtcNow();

    private async Task AbortAsync()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        if (IsOver(_cookie))
            return;
        try
        {
            await _keeper.KeepAsync(_cookie, SessionUse.Usual, gone.Token);
        }
        catch (OperationCanceledException)
        {
            // That is what an aborted request sees. What it began goes on, and time does not stand still for it.
            await Eventually.TrueAsync(() => _ledger.Flights == 0, TestContext.Current.CancellationToken);
        }
    }

    private void Take(SessionKeeper.Kept? kept)
    {
        if (kept?.ForCookie is not { } tokens)
            return;
        (_before, _cookie) = (_cookie, kept.Session with { Tokens = tokens });
    }
}
