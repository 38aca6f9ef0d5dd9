using System.Globalization;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// What one replica tells the others through NOTIFY: <c>replica:kind:session:number</c>. An end has a time until which it is remembered; a
/// refresh, without an end, has the newest generation.
/// </summary>
internal readonly record struct Signal(string Replica, SessionId Id, SessionEndReason? End, DateTimeOffset Until, int Generation)
{
    public const string Channel = "spaces_portal";

    private const string Refreshed = "new";

    public static Signal OfEnd(string replica, SessionId id, SessionEndReason reason, DateTimeOffset until) =>
        new(replica, id, reason, until, 0);

    public static Signal OfRefresh(string replica, SessionId id, int generation) => new(replica, id, null, default, generation);

    /// <summary>
    /// To be sent in this order, in one transaction. The previous release may not know the reason of an end, so a plain end follows, which
    /// is no news to replicas that understood the first payload.
    /// </summary>
    public IEnumerable<string> Payloads => End switch
    {
        null => [PayloadOf(Refreshed, Generation)],
        { } reason when EndReasonCode.Of(reason) is var code and not EndReasonCode.SignedOut =>
            [PayloadOf(code, Seconds), PayloadOf(EndReasonCode.SignedOut, Seconds)],
        _ => [PayloadOf(EndReasonCode.SignedOut, Seconds)],
    };

    // Rounded up: better remembered a moment too long than too short.
    private long Seconds => Until.ToUnixTimeSeconds() + 1;

    /// <summary>Null for a payload that only another release understands.</summary>
    public static Signal? Parse(string payload) => payload.Split(':') switch
    {
        [var replica, Refreshed, var session, var number] when SessionId.TryParse(session, out var id)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var generation) =>
                OfRefresh(replica, id, generation),
        [var replica, var code, var session, var number]
            when EndReasonCode.Parse(code) is { } reason && SessionId.TryParse(session, out var id) && ParseTime(number) is { } until =>
            OfEnd(replica, id, reason, until),
        _ => null,
    };

    private static DateTimeOffset? ParseTime(string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private string PayloadOf(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Replica}:{kind}:{Id.Value}:{number}");
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
