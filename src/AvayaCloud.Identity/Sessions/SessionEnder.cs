using Microsoft.Extensions.Options;

namespace AvayaCloud.Identity;

/// <summary>Learns of sessions that have ended, to drop what was kept for them.</summary>
public interface ISessionEndObserver
{
    /// <summary>Called once per ended session in this process; must neither throw nor wait.</summary>
    void OnEnded(SessionId id);
}

/// <summary>Ends a session in the ledger and tells whoever keeps something for it.</summary>
internal sealed class SessionEnder(ISessionLedger ledger, IEnumerable<ISessionEndObserver> observers, IOptions<SessionLifetime> options, TimeProvider clock)
{
    public async ValueTask<TokenSet?> EndAsync(SessionId id, CancellationToken cancellationToken)
    {
        // A cookie of this session may live until its absolute end, which is not known here; counted from now it is later, never earlier.
        var newest = await ledger.EndAsync(id, clock.GetUtcNow() + options.Value.AbsoluteTimeout, cancellationToken);
        foreach (var observer in observers)
            observer.OnEnded(id);
        return newest;
    }
}
