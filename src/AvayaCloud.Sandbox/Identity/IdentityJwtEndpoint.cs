namespace AvayaCloud.Sandbox.Identity;

/// <summary>Issues a JWT for a user name and a password, as Avaya's own load test requests it [wire 2.12]. The error responses are a
/// [guess].</summary>
internal static class IdentityJwtEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, Accounts accounts, IdentityJwts jwts)
    {
        var (_, body) = await RequestJson.ReadAsync(context);
        if (body.GetString("auth_type") != "native" || body.GetString("auth_provider") != "onesna")
            return ApiError.BadRequest("The body is not that of a native account.");
        if (accounts.Authenticate(body.GetString("username"), body.GetString("password")) is not { } user)
            return ApiError.Unauthorized("The user name or the password is wrong.");
        context.SetOutcome("ok", user);
        return Json.Result(new JsonObject { ["token"] = jwts.Issue(user) });
    }
}
