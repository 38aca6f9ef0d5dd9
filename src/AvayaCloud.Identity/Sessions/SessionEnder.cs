using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity;

/// <summary>Learns of sessions that have ended, to drop what was kept for them.</summary>
public interface ISessionEndObserver
{
    /// <summary>Called once per ended session in this process, whichever replica ended it; must neither throw nor wait.</summary>
    void OnEnded(SessionId id, SessionEndReason why);
}

/// <summary>Why a session ended, as far as a page says it differently: who signed out need not be brought back to the page.</summary>
public enum SessionEndReason
{
    /// <summary>Signed out, in that browser.</summary>
    ByPerson,

    /// <summary>Avaya Cloud gives no more tokens.</summary>
    ByProvider,

    /// <summary>Another sign-in took its place in that browser, which has the new cookie by now.</summary>
    Replaced,

    /// <summary>Ended from another browser's list of sessions.</summary>
    Elsewhere,
}

/// <summary>Ends sessions, and tells whoever keeps something for one that has ended, here or on another replica.</summary>
internal sealed class SessionEnder
{
    private readonly ISessionLedger _ledger;
    private readonly SessionLifetime _lifetime;
    private readonly TimeProvider _clock;

    public SessionEnder(ISessionLedger ledger, IActiveSessionStore register, IEnumerable<ISessionEndObserver> observers, IOptions<SessionLifetime> lifetime, TimeProvider clock)
    {
        (_ledger, _lifetime, _clock) = (ledger, lifetime.Value, clock);
        ledger.Listen((id, why) =>
        {
            register.Forget(id);
            foreach (var observer in observers)
                observer.OnEnded(id, why);
        });
    }

    /// <summary>The newest tokens known, to be revoked.</summary>
    public ValueTask<TokenSet?> EndAsync(SessionId id, SessionEndReason why, CancellationToken cancellationToken) =>
        // A cookie of this session may live until its absolute end, which is not known here; counted from now it is later, never earlier.
        _ledger.EndAsync(id, why, _clock.GetUtcNow() + _lifetime.AbsoluteTimeout, cancellationToken);
}
