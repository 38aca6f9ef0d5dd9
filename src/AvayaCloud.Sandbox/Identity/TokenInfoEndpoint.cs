namespace AvayaCloud.Sandbox.Identity;

/// <summary>Path and parameter are a guess [wire 2.2]; the response is that of seed 1.</summary>
internal static class TokenInfoEndpoint
{
    public static IResult Handle(HttpContext context, IdTokens idTokens, PeopleStore people, PublicAddress address)
    {
        if (context.Request.Query["id_token"] is not [{ Length: > 0 } token])
            return new OAuthError("invalid_request");
        if (idTokens.Validate(token) is not { } claims || people.FindByIdentityId(claims.Subject) is not { } user)
            return new OAuthError("invalid_token");

        context.SetOutcome("ok", user);
        return Json.Result(new JsonObject
        {
            ["expires_in"] = claims.ExpiresIn,
            ["audience"] = claims.Audience,
            ["user_id"] = user.IdentityId,
            ["user"] = new JsonObject
            {
                ["username"] = user.Username,
                ["first_name"] = user.Name.Given,
                ["last_name"] = user.Name.Family,
                ["id"] = user.IdentityId,
                ["picture_url"] = address.Picture(user.Picture),
            },
            ["issuer"] = IdTokens.Issuer,
        });
    }
}
