namespace AvayaCloud.Sandbox.Identity;

/// <summary>accounts.avayacloud.com as far as it is known [wire 2]. Routing takes every path with and without its last slash.</summary>
internal static class UserInfoEndpoints
{
    public static void AddIdentity(this IServiceCollection services)
    {
        services.AddSingleton(it => ClientRules.Registered(it.GetRequiredService<SandboxOptions>()));
        services.AddSingleton<TokenVault>()
            .AddSingleton<CodeStore>()
            .AddSingleton<IdTokens>()
            .AddSingleton<IdentityJwts>()
            .AddSingleton<BrowserSessions>();
        services.AddSingleton<IGrantType, CodeGrant>().AddSingleton<IGrantType, RefreshGrant>().AddSingleton<IGrantType, PasswordGrant>();
        services.AddSingleton<Accounts>().AddSingleton<Decision>();
    }

    public static void MapIdentity(this IEndpointRouteBuilder app)
    {
        app.MapGet("/oauth2/authorize", AuthorizeEndpoints.AuthorizeAsync);
        app.MapGet("/oauth2/authorize/confirm", AuthorizeEndpoints.ConfirmAsync);
        app.MapPost("/oauth2/authorize/confirm", AuthorizeEndpoints.DecideAsync);
        app.MapGet("/oauth2/redirect", AuthorizeEndpoints.RedirectAsync);
        app.MapGet("/account/login", LoginEndpoints.ShowAsync);
        app.MapPost("/account/login", LoginEndpoints.SignInAsync);
        app.MapGet("/account/logout", LoginEndpoints.SignOutAsync);
        app.Map("/oauth2/access_token", TokenEndpoints.TokenAsync);
        app.MapGet("/oauth2/tokeninfo", TokenEndpoints.TokenInfoAsync);
        app.MapPost("/oauth2/revoke_token", TokenEndpoints.RevokeAsync);
        app.MapPost("/api/1.0/jwt/get_jwt_token", IdentityJwtEndpoint.AnswerAsync);
    }
}
