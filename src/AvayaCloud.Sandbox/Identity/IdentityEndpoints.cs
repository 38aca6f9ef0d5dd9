namespace AvayaCloud.Sandbox.Identity;

/// <summary>accounts.avayacloud.com as far as it is known [wire 2]. Routing accepts every path with and without a final slash.</summary>
internal static class IdentityEndpoints
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton(it => SandboxClient.Create(it.GetRequiredService<SandboxOptions>()));
        services.AddSingleton<TokenVault>()
            .AddSingleton<IdTokens>()
            .AddSingleton<IdentityJwts>()
            .AddSingleton<BrowserSessions>()
            .AddSingleton<Accounts>()
            .AddSingleton<AuthorizationResponse>()
            .AddSingleton<TokenEndpoint>();
    }

    public static void MapIdentity(this IEndpointRouteBuilder app)
    {
        app.MapGet("/oauth2/authorize", AuthorizeEndpoints.Authorize);
        app.MapGet("/oauth2/authorize/confirm", AuthorizeEndpoints.ShowConsent);
        app.MapPost("/oauth2/authorize/confirm", AuthorizeEndpoints.Decide).AddEndpointFilter<Csrf>();
        app.MapGet("/oauth2/redirect", AuthorizeEndpoints.RedirectToClient);
        app.MapGet("/account/login", LoginEndpoints.Show);
        app.MapPost("/account/login", LoginEndpoints.SignIn).AddEndpointFilter<Csrf>();
        app.MapGet("/account/logout", LoginEndpoints.SignOut);
        app.Map("/oauth2/access_token", (HttpContext context, TokenEndpoint endpoint) => endpoint.HandleAsync(context));
        app.MapGet("/oauth2/tokeninfo", TokenInfoEndpoint.Handle);
        app.MapPost("/oauth2/revoke_token", RevocationEndpoint.HandleAsync);
        app.MapPost("/api/1.0/jwt/get_jwt_token", IdentityJwtEndpoint.HandleAsync);
    }
}
