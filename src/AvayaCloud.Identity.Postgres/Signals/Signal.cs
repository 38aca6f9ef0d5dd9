using System.Globalization;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What one replica tells the others through NOTIFY: <c>replica:kind:session:number</c>. An end has a time until which it is
/// remembered; a refresh, without an end, has the newest generation.</summary>
internal sealed record Signal(string Replica, SessionId Id, SessionEndReason? End, DateTimeOffset Until, int Generation)
{
    public const string Channel = "spaces_portal";

    private const string Refreshed = "new";

    public static Signal OfEnd(string replica, SessionId id, SessionEndReason reason, DateTimeOffset until) =>
        new(replica, id, reason, until, 0);

    public static Signal OfRefresh(string replica, SessionId id, int generation) => new(replica, id, null, default, generation);

    /// <summary>To be sent in this order, in one transaction. The previous release may not know the reason of an end, so a plain end
    /// follows, which is ignored by replicas that understood the first payload.</summary>
    public IEnumerable<string> Payloads => End is { } reason
        ? new[] { EndReasonCode.Of(reason), EndReasonCode.SignedOut }.Distinct().Select(code => PayloadOf(code, Seconds))
        : [PayloadOf(Refreshed, Generation)];

    // Rounded up: better remembered a moment too long than too short.
    private long Seconds => Until.ToUnixTimeSeconds() + 1;

    /// <summary>Null for a payload that only another release understands.</summary>
    public static Signal? Parse(string payload)
    {
        if (payload.Split(':') is not [var replica, var kind, var session, var text]
            || !SessionId.TryParse(session, out var id)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (kind == Refreshed)
            return number <= int.MaxValue ? OfRefresh(replica, id, (int)number) : null;
        return EndReasonCode.Parse(kind) is { } reason && number <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? OfEnd(replica, id, reason, DateTimeOffset.FromUnixTimeSeconds(number))
            : null;
    }

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
