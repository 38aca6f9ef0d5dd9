namespace AvayaCloud.Sandbox.Identity;

/// <summary>Needs client id and refresh token, no secret [seed 1]. Revokes the whole grant, access tokens included [guess].</summary>
internal static class RevocationEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, SandboxClient client, TokenVault vault)
    {
        var form = await context.TryReadFormAsync();
        // The reference page has grant_type=revoke_token, the tutorial has not [wire 2.8]: it is accepted, not required.
        if (form?.GetSingle("refresh_token") is not { } token || form["grant_type"].ToString() is not ("" or "revoke_token"))
            return new OAuthError("invalid_request");
        if (form.GetSingle("client_id") != client.ClientId)
            return OAuthError.InvalidClient;
        if (vault.Revoke(token) is not { } grant)
            return OAuthError.InvalidGrant;

        context.SetOutcome("ok", grant.User);
        return Json.Result(new JsonObject());
    }
}
