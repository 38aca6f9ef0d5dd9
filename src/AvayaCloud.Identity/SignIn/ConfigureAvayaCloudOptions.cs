namespace AvayaCloud.Identity;

/// <summary>Derives the handler's options from the operator's settings.</summary>
internal static class ConfigureAvayaCloudOptions
{
    public static void Configure(AvayaCloudOptions options, IOptions<AvayaCloudSettings> settings, TimeProvider clock)
    {
        var avaya = settings.Value;
        var hosts = avaya.Hosts;
        options.TimeProvider = clock;
        options.ClientId = avaya.ClientId;
        options.ClientSecret = avaya.ClientSecretFile is { Length: > 0 } file ? ClientSecretFile.Read(file) : avaya.ClientSecret ?? "";
        options.Pkce = avaya.Pkce;
        options.AuthorizationEndpoint = Combine(hosts.Identity, "/oauth2/authorize");
        options.TokenEndpoint = Combine(hosts.Identity, "/oauth2/access_token");
        options.TokenInfoEndpoint = Combine(hosts.Identity, avaya.TokenInfoPath);
        options.RevocationEndpoint = Combine(hosts.Identity, avaya.RevocationPath);
        options.UserInformationEndpoint = Combine(hosts.Spaces, "/users/me");
        options.Issuer = hosts.Identity.GetLeftPart(UriPartial.Authority);
        options.RedirectUri = avaya.PublicUrl is { } publicUrl ? Combine(publicUrl, options.CallbackPath) : null;
        options.CorrelationCookie.Name = avaya.IsHttps ? "__Host-spaces-signin-" : "spaces-signin-";
        options.CorrelationCookie.SecurePolicy = avaya.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Scope.Clear();
        foreach (var scope in hosts.Scopes)
            options.Scope.Add(scope);
    }

    private static string Combine(Uri host, string path) => host.AbsoluteUri.TrimEnd('/') + path;
}
