namespace AvayaCloud.Sandbox.Spaces;

/// <summary>spacesapis.avayacloud.com [wire 4].</summary>
internal static class SpacesEndpoints
{
    public static void MapSpaces(this IEndpointRouteBuilder app)
    {
        var api = new ApiRoutes(app);
        MeEndpoints.Map(api);
        MyMessageEndpoints.Map(api);
        UserEndpoints.Map(api);
        SpaceEndpoints.Map(api);
        MemberEndpoints.Map(api);
        api.Get("/activitiesrecord/spaces", ActivityEndpoint.List);
        InviteEndpoints.Map(api);
        MessageEndpoints.Map(api);
        MessageListEndpoints.Map(api);
        MeetingEndpoints.Map(api);
        FileEndpoints.Map(api);
        PlatformEndpoints.Map(app, api);
        StorageEndpoints.Map(app);
        app.Map("/api/{**rest}", () => ApiError.NotFound);
    }
}
