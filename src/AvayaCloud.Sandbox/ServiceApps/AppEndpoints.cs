using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>The endpoints for apps in spaces [wire 4.6].</summary>
internal sealed partial class AppEndpoints(SandboxServiceApps apps, SandboxClient client)
{
    public void Map(ApiRoutes api)
    {
        api.Post("/apps/spaces/discover", Discover);
        api.Get("/apps/tokeninfo/{tokenType}/{token}", TokenInfo, scope: Caller.SpaceApp.Scope);
    }

    /// <summary>"Not validated" is a 200 as well [docs D/api/apps/spaces_discover], also for a wrong PIN [guess].</summary>
    private IResult Discover(ApiCall call)
    {
        if (call.Body.GetString("spaceUrl") is not { } url || call.Body.GetString("appId") is not { } appId)
            return ApiError.BadRequest("The spaceUrl or the appId is missing.");
        var space = SpaceId().Match(url) is { Success: true } match ? call.State.Spaces.Find(match.Groups["id"].Value) : null;
        var isSpace = space is not null && Permissions.CheckPin(space, call.Pin) is null;
        var isApp = appId == client.ClientId || apps.All.Any(it => it.ClientId == appId);
        var json = new JsonObject { ["isSpaceValidated"] = isSpace, ["isAppValidated"] = isApp };
        if (isSpace && isApp)
            json["channel"] = new JsonObject { ["_id"] = space!.Id, ["type"] = "topic" };
        return Json.Result(json);
    }

    /// <summary>Only the holder of such a token may ask about one [docs D/api/apps/tokeninfo_tokentype_token].</summary>
    private IResult TokenInfo(ApiCall call)
    {
        if (call.Caller is not Caller.SpaceApp)
            return ApiError.Forbidden("This needs a space access token.");
        if (call.Route("tokenType") != "sat" || apps.FindSpaceAccess(call.Route("token")) is not { } access)
            return ApiError.NotFound;
        return Json.Result(new JsonObject
        {
            ["authorizer"] = new JsonObject
            {
                ["type"] = "user",
                ["_id"] = access.Authorizer.SpacesId,
                ["display"] = access.Authorizer.DisplayName,
            },
            ["app"] = new JsonObject
            {
                ["_id"] = access.App.Person.SpacesId,
                ["displayname"] = access.App.Person.DisplayName,
                ["aType"] = "app",
                ["picture_url"] = call.Address.Picture(access.App.Person.Picture),
                ["scope"] = string.Join(' ', access.App.Scopes),
                ["appId"] = access.App.ClientId,
                ["appType"] = "service",
                ["role"] = "member",
                ["targetId"] = access.SpaceId,
                ["targetType"] = "topic",
                ["expiry"] = Json.Time(access.Expires),
            },
        });
    }

    [GeneratedRegex("/spaces/(?<id>[0-9a-f]{24})(?=[/?#]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpaceId();
}
