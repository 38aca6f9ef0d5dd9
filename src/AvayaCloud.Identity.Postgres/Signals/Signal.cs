using System.Globalization;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What one replica tells the others, as it travels through NOTIFY: <c>replica:kind:session:number</c>.</summary>
/// <param name="Replica">Who tells.</param>
/// <param name="Id">The session.</param>
/// <param name="End">Why it is over; null at a renewal.</param>
/// <param name="Until">At an end: how long it is remembered.</param>
/// <param name="Generation">At a renewal: the newest one.</param>
internal readonly record struct Signal(string Replica, SessionId Id, SessionEndReason? End, DateTimeOffset Until, int Generation)
{
    public const string Channel = "spaces_portal";

    private const string Renewal = "new";

    public static Signal OfEnd(string replica, SessionId id, SessionEndReason why, DateTimeOffset until) => new(replica, id, why, until, 0);

    public static Signal OfRenewal(string replica, SessionId id, int generation) => new(replica, id, null, default, generation);

    /// <summary>
    /// In this order, in one transaction. A release before may not know the reason of an end, so that it is one is told as well: to those
    /// who understood the first, the second is no news.
    /// </summary>
    public IEnumerable<string> Payloads => End switch
    {
        null => [PayloadOf(Renewal, Generation)],
        { } why when Reason.Of(why) is var word and not Reason.SignedOut =>
            [PayloadOf(word, Seconds), PayloadOf(Reason.SignedOut, Seconds)],
        _ => [PayloadOf(Reason.SignedOut, Seconds)],
    };

    // Rounded up: remembered a moment too long rather than too short.
    private long Seconds => Until.ToUnixTimeSeconds() + 1;

    /// <summary>Null for what a replica of another release may say.</summary>
    public static Signal? Read(string payload) => payload.Split(':') switch
    {
        [var replica, Renewal, var session, var number] when SessionId.TryParse(session, out var id)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var generation) =>
                OfRenewal(replica, id, generation),
        [var replica, var word, var session, var number]
            when Reason.Read(word) is { } why && SessionId.TryParse(session, out var id) && SecondsIn(number) is { } seconds =>
            OfEnd(replica, id, why, DateTimeOffset.FromUnixTimeSeconds(seconds)),
        _ => null,
    };

    private static long? SecondsIn(string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? seconds
            : null;

    private string PayloadOf(string kind, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Replica}:{kind}:{Id.Value}:{number}");
}
