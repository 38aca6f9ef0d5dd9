namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// In which of one's spaces something happened, the latest first [docs D/api/spaces/activitiesrecord_spaces]. The words of spacetype are a
/// [guess].
/// </summary>
internal static class ActivityEndpoint
{
    public static ApiAnswer List(ApiCall call)
    {
        var (kind, after, before) = (call.Query("spacetype"), Milliseconds(call, "after"), Milliseconds(call, "before"));
        bool Takes(MySpace it) =>
            (string.IsNullOrEmpty(kind) || SpaceJson.Type(it.Space.Kind) == kind)
            && !(it.Space.Modified.ToUnixTimeMilliseconds() <= after)
            && !(it.Space.Modified.ToUnixTimeMilliseconds() >= before);
        return PagesByNumber.Of(call, [.. call.State.Spaces.Of(call.Person).Where(Takes)], 30, Record);
    }

    private static JsonObject Record(MySpace mine) => new()
    {
        ["_id"] = new string([.. mine.Space.Id.Reverse()]),
        ["topicId"] = mine.Space.Id,
        ["status"] = (int)mine.Space.Status,
        ["modified"] = Json.Time(mine.Space.Modified),
    };

    private static long? Milliseconds(ApiCall call, string name) =>
        long.TryParse(call.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;
}
