namespace AvayaCloud.Identity;

/// <summary>The cookie that a response will set. A response may start late, so the ledger is asked again by then.</summary>
internal sealed class RenewedCookie(SessionLedger ledger, SessionId id, int generation)
{
    public bool IsSuperseded => ledger.IsSuperseded(id, generation);
}
