namespace AvayaCloud.Sandbox.Identity;

/// <summary>What clients call behind the browser's back: tokens, tokeninfo, revocation [wire 2.5 to 2.8].</summary>
internal static class TokenEndpoints
{
    // RFC 6749 §3.2: none of these twice.
    private static readonly string[] Fields =
        [
            "grant_type", "client_id", "client_secret", "code", "redirect_uri", "code_verifier", "refresh_token", "scope",
            "username", "password",
        ];

    public static async Task TokenAsync(
        HttpContext context, SandboxClient client, IEnumerable<IGrantType> grantTypes, IdTokens idTokens, SandboxOptions options)
    {
        var answer = await AnswerAsync(context, client, grantTypes);
        if (answer is TokenResponse.Refused refused)
        {
            await RefuseAsync(context, refused);
            return;
        }

        var (grant, tokens) = (TokenResponse.Issued)answer;
        context.Outcome("ok", grant.Person.Login);
        // Exactly these, in this order, and no token_type [docs D/api/accounts/accounts_accesstoken].
        var body = new JsonObject
        {
            ["access_token"] = tokens.AccessToken,
            ["scope"] = string.Join(' ', grant.Scopes.Select(scope => scope.Url)),
            ["expires_in"] = (int)options.AccessTokenLifetime.TotalSeconds - 1,
        };
        if (tokens.RefreshToken is { } refresh)
            body["refresh_token"] = refresh;
        body["id_token"] = idTokens.Issue(grant.Person, grant.ClientId);
        await Json.WriteAsync(context, StatusCodes.Status200OK, body);
    }

    /// <summary>Path and parameter are a guess [wire 2.2]; the answer is seed 1's.</summary>
    public static Task TokenInfoAsync(HttpContext context, IdTokens idTokens, PeopleStore people, PublicAddress address)
    {
        if (context.Request.Query["id_token"] is not { Count: 1 } values || values[0] is not { Length: > 0 } token)
            return RefuseAsync(context, new TokenResponse.Refused("invalid_request"));
        if (idTokens.Read(token) is not { } claims || people.All.FirstOrDefault(it => it.IdentityId == claims.Subject) is not { } person)
            return RefuseAsync(context, new TokenResponse.Refused("invalid_token"));

        context.Outcome("ok", person.Login);
        return Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject
        {
            ["expires_in"] = claims.SecondsLeft,
            ["audience"] = claims.Audience,
            ["user_id"] = person.IdentityId,
            ["user"] = new JsonObject
            {
                ["username"] = person.Username,
                ["first_name"] = person.Name.Given,
                ["last_name"] = person.Name.Family,
                ["id"] = person.IdentityId,
                ["picture_url"] = address.Picture(person.Picture),
            },
            ["issuer"] = IdTokens.Issuer,
        });
    }

    /// <summary>Client id and refresh token, no secret [seed 1]. Ends the whole family, access tokens too [guess].</summary>
    public static async Task RevokeAsync(HttpContext context, SandboxClient client, TokenVault vault)
    {
        var form = await context.FormAsync(context.RequestAborted);
        // grant_type=revoke_token is on the reference page and missing in the tutorial [wire 2.8]: taken, not demanded.
        if (form?.One("refresh_token") is not { } token || form["grant_type"].ToString() is not ("" or "revoke_token"))
        {
            await RefuseAsync(context, new TokenResponse.Refused("invalid_request"));
        }
        else if (!client.IsClient(form.One("client_id")))
        {
            await RefuseAsync(context, new TokenResponse.Refused("invalid_client"));
        }
        else if (vault.GrantOfRefresh(token) is not { } grant)
        {
            await RefuseAsync(context, new TokenResponse.Refused("invalid_grant"));
        }
        else
        {
            vault.Revoke(it => it == grant);
            context.Outcome("ok", grant.Person.Login);
            await Json.WriteAsync(context, StatusCodes.Status200OK, new JsonObject());
        }
    }

    private static async Task<TokenResponse> AnswerAsync(HttpContext context, SandboxClient client, IEnumerable<IGrantType> grantTypes)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return TokenResponse.InvalidRequest("Only POST is answered.");
        if (await context.FormAsync(context.RequestAborted) is not { } form)
            return TokenResponse.InvalidRequest("The body is no form.");
        if (Fields.FirstOrDefault(name => form[name].Count > 1) is { } twice)
            return TokenResponse.InvalidRequest($"The parameter {twice} was sent more than once.");
        if (form.One("grant_type") is not { } name)
            return TokenResponse.InvalidRequest("The parameter grant_type is missing.");
        if (ClientCredentials.Of(context.Request, form, client) is not { } caller)
            return new TokenResponse.Refused("invalid_client");
        return grantTypes.FirstOrDefault(it => it.Name == name)?.Answer(form, caller)
            ?? new TokenResponse.Refused("unsupported_grant_type");
    }

    // 400 for a bad client, too [guess: DOP].
    private static Task RefuseAsync(HttpContext context, TokenResponse.Refused refused)
    {
        context.Outcome(refused.Outcome ?? refused.Error);
        var body = new JsonObject { ["error"] = refused.Error };
        if (refused.Description is { } description)
            body["error_description"] = description;
        return Json.WriteAsync(context, StatusCodes.Status400BadRequest, body);
    }
}
