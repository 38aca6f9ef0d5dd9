namespace AvayaCloud.Identity.Postgres;

/// <summary>Why a session is over, in the word that signals and the table <c>ends</c> have for it.</summary>
internal static class Reason
{
    /// <summary>The reason that every release knows.</summary>
    public const string SignedOut = "end";

    /// <summary>The word in a row of <c>ends</c>. The release before writes none, but says whether it was the provider.</summary>
    public const string Column = "coalesce(ends.why, case when ends.by_provider then 'refused' else 'end' end)";

    public static string Of(SessionEndReason why) => why switch
    {
        SessionEndReason.ByProvider => "refused",
        SessionEndReason.Replaced => "replaced",
        SessionEndReason.Elsewhere => "elsewhere",
        _ => SignedOut,
    };

    /// <summary>Null for a word of another release.</summary>
    public static SessionEndReason? Read(string word) => word switch
    {
        SignedOut => SessionEndReason.ByPerson,
        "refused" => SessionEndReason.ByProvider,
        "replaced" => SessionEndReason.Replaced,
        "elsewhere" => SessionEndReason.Elsewhere,
        _ => null,
    };
}
