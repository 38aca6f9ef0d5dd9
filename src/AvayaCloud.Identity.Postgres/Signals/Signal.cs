using System.Globalization;

namespace AvayaCloud.Identity.Postgres;

/// <summary>What one replica tells the others, as it travels through NOTIFY: <c>replica:kind:session:number</c>.</summary>
/// <param name="Replica">Who tells.</param>
/// <param name="Id">The session.</param>
/// <param name="Until">At an end: how long it is remembered.</param>
/// <param name="Generation">At a renewal: the newest one.</param>
internal readonly record struct Signal(string Replica, SessionId Id, DateTimeOffset? Until, int Generation)
{
    public const string Channel = "spaces_portal";

    private const string End = "end";
    private const string Renewal = "new";

    public static Signal OfEnd(string replica, SessionId id, DateTimeOffset until) => new(replica, id, until, 0);

    public static Signal OfRenewal(string replica, SessionId id, int generation) => new(replica, id, null, generation);

    /// <summary>Null for what a replica of another release may say.</summary>
    public static Signal? Read(string payload) => payload.Split(':') switch
    {
        [var replica, End, var session, var number] when SessionId.TryParse(session, out var id) && SecondsIn(number) is { } seconds =>
            OfEnd(replica, id, DateTimeOffset.FromUnixTimeSeconds(seconds)),
        [var replica, Renewal, var session, var number] when SessionId.TryParse(session, out var id)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var generation) => OfRenewal(replica, id, generation),
        _ => null,
    };

    // Rounded up: remembered a moment too long rather than too short.
    public override string ToString() => Until is { } until
        ? string.Create(CultureInfo.InvariantCulture, $"{Replica}:{End}:{Id.Value}:{until.ToUnixTimeSeconds() + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"{Replica}:{Renewal}:{Id.Value}:{Generation}");

    private static long? SecondsIn(string number) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? seconds : null;
}
