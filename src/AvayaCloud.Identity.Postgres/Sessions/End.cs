namespace AvayaCloud.Identity.Postgres;

/// <summary>That a session is over, why, and until when it is remembered.</summary>
internal sealed record End(SessionEnd Why, DateTimeOffset Until)
{
    /// <summary>As the table <c>ends</c> has it.</summary>
    public static End Of(bool byProvider, DateTimeOffset until) => new(byProvider ? SessionEnd.ByProvider : SessionEnd.ByPerson, until);

    /// <summary>Of two, the first says why and the later one how long.</summary>
    public End Or(DateTimeOffset until) => this with { Until = until > Until ? until : Until };
}
