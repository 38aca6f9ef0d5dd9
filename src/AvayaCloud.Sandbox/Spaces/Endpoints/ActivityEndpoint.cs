namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The caller's spaces by their last activity, latest first [docs D/api/spaces/activitiesrecord_spaces]. The values of spacetype
/// are a [guess].</summary>
internal static class ActivityEndpoint
{
    public static IResult List(ApiCall call)
    {
        var kind = call.Query("spacetype");
        var after = call.QueryTime("after");
        var before = call.QueryTime("before");
        var rows = call.State.Spaces.GetFor(call.Person)
            .Where(it => kind is null || SpaceJson.Type(it.Space.Kind) == kind)
            .Where(it => !(it.Space.Modified <= after) && !(it.Space.Modified >= before));
        return NumberedPages.Create(call, [.. rows], 30, CreateRecord);
    }

    private static JsonObject CreateRecord(Membership membership) => new()
    {
        ["_id"] = new string([.. membership.Space.Id.Reverse()]),
        ["topicId"] = membership.Space.Id,
        ["status"] = (int)membership.Space.Status,
        ["modified"] = Json.Time(membership.Space.Modified),
    };
}
