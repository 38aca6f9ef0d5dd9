namespace AvayaCloud.Sandbox.Identity;

/// <summary>Exactly these members, in this order, without a token_type [docs D/api/accounts/accounts_accesstoken].</summary>
internal sealed class TokenResponse(IssuedTokens tokens) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var body = new JsonObject
        {
            ["access_token"] = tokens.Pair.AccessToken,
            ["scope"] = Scope.Format(tokens.Grant.Scopes),
            ["expires_in"] = services.GetRequiredService<SandboxOptions>().ExpiresIn,
        };
        if (tokens.Pair.RefreshToken is { } refreshToken)
            body["refresh_token"] = refreshToken;
        body["id_token"] = services.GetRequiredService<IdTokens>().Issue(tokens.Grant.User);

        httpContext.SetOutcome("ok", tokens.Grant.User);
        return Json.WriteAsync(httpContext, StatusCodes.Status200OK, body);
    }
}
