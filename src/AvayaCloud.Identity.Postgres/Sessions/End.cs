namespace AvayaCloud.Identity.Postgres;

/// <summary>That a session is over, why, and until when it is remembered.</summary>
internal sealed record End(SessionEndReason Why, DateTimeOffset Until)
{
    /// <summary>Of two, the first says why and the later one how long.</summary>
    public End Or(DateTimeOffset until) => this with { Until = until > Until ? until : Until };
}
