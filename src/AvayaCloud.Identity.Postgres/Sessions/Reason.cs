namespace AvayaCloud.Identity.Postgres;

/// <summary>Why a session is over, in the word that signals and the table <c>ends</c> have for it.</summary>
internal static class Reason
{
    /// <summary>The reason that every release knows.</summary>
    public const string SignedOut = "end";

    /// <summary>The word in a row of <c>ends</c>. The release before writes none, but says whether it was the provider.</summary>
    public const string Column = "coalesce(ends.why, case when ends.by_provider then 'refused' else 'end' end)";

    public static string Of(SessionEnd why) => why switch
    {
        SessionEnd.ByProvider => "refused",
        SessionEnd.Replaced => "replaced",
        SessionEnd.Elsewhere => "elsewhere",
        _ => SignedOut,
    };

    /// <summary>Null for a word of another release.</summary>
    public static SessionEnd? Read(string word) => word switch
    {
        SignedOut => SessionEnd.ByPerson,
        "refused" => SessionEnd.ByProvider,
        "replaced" => SessionEnd.Replaced,
        "elsewhere" => SessionEnd.Elsewhere,
        _ => null,
    };
}
