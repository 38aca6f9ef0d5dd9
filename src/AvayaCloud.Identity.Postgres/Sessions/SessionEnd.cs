namespace AvayaCloud.Identity.Postgres;

/// <summary>The end of a session: why, and until when it must be remembered.</summary>
internal sealed record SessionEnd(SessionEndReason Reason, DateTimeOffset Until)
{
    /// <summary>Of two ends, the first determines the reason and the later one how long it is remembered.</summary>
    public SessionEnd ExtendTo(DateTimeOffset until) => this with { Until = until > Until ? until : Until };
}

/// <summary>The reason of an end as signals and the table <c>ends</c> encode it.</summary>
internal static class EndReasonCode
{
    /// <summary>The code that every release understands.</summary>
    public const string SignedOut = "end";

    /// <summary>The code in a row of <c>ends</c>. The previous release fills only <c>by_provider</c>.</summary>
    public const string Column = "coalesce(ends.why, case when ends.by_provider then 'refused' else 'end' end)";

    public static string Of(SessionEndReason reason) => reason switch
    {
        SessionEndReason.ByProvider => "refused",
        SessionEndReason.Replaced => "replaced",
        SessionEndReason.Elsewhere => "elsewhere",
        _ => SignedOut,
    };

    /// <summary>Null for a code of a newer release.</summary>
    public static SessionEndReason? Parse(string code) => code switch
    {
        SignedOut => SessionEndReason.ByUser,
        "refused" => SessionEndReason.ByProvider,
        "replaced" => SessionEndReason.Replaced,
        "elsewhere" => SessionEndReason.Elsewhere,
        _ => null,
    };
}
