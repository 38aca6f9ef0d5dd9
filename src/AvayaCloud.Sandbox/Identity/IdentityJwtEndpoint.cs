namespace AvayaCloud.Sandbox.Identity;

/// <summary>
/// Issues a JWT for a user name and a password, as Avaya's own load test requests it [wire 2.12]. The error responses are a [guess].
/// </summary>
internal static class IdentityJwtEndpoint
{
    public static async Task HandleAsync(HttpContext context, Accounts accounts, IdentityJwts jwts)
    {
        if (await ApiRoutes.BodyAsync(context) is not (true, JsonObject body)
            || body.Text("auth_type") != "native"
            || body.Text("auth_provider") != "onesna")
        {
            await ApiRoutes.RefuseAsync(
                context, StatusCodes.Status400BadRequest, "invalid.parameters", "The body is not that of a native account.");
        }
        else if (accounts.Authenticate(body.Text("username"), body.Text("password")) is not { } user)
        {
            await ApiRoutes.RefuseAsync(
                context, StatusCodes.Status401Unauthorized, "authentication.invalid", "The user name or the password is wrong.");
        }
        else
        {
            context.SetOutcome("ok", user);
            await Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["token"] = jwts.Issue(user) });
        }
    }
}
