namespace AvayaCloud.Identity;

/// <summary>
/// What a request's answer is to set. That may begin late: by then other answers may have brought the browser a newer generation, or the
/// session may be over.
/// </summary>
internal sealed class RenewedCookie(ISessionLedger ledger, SessionId id, int generation)
{
    public bool IsOvertaken => ledger.Look(id) switch
    {
        SessionState.Live live => live.Generation > generation,
        SessionState.Ended => true,
        _ => false,
    };
}
