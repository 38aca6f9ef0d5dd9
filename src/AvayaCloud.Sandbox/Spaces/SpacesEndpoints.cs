namespace AvayaCloud.Sandbox.Spaces;

/// <summary>spacesapis.avayacloud.com [wire 4].</summary>
internal static class SpacesEndpoints
{
    public static void AddSpaces(this IServiceCollection services) =>
        services.AddSingleton<ICallerReader, BearerReader>().AddSingleton<Callers>();

    public static void MapSpaces(this IEndpointRouteBuilder app)
    {
        var api = new ApiRoutes(app);
        MyselfEndpoints.Map(api);
        MyMessagesEndpoints.Map(api);
        PeopleEndpoints.Map(api);
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
        app.Map(
            "/api/{**rest}",
            (HttpContext context) =>
                ApiRoutes.RefuseAsync(context, StatusCodes.Status404NotFound, "not.found", "There is nothing at this address."));
    }
}
