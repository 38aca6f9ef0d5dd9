namespace AvayaCloud.Identity;

/// <summary>Derives the handler's endpoints, scopes and cookie from the operator's settings, where nothing set them before.</summary>
internal sealed class ConfigureAvayaCloudOptions(IOptions<AvayaCloudSettings> settings, TimeProvider clock)
    : IConfigureNamedOptions<AvayaCloudOptions>
{
    public void Configure(AvayaCloudOptions options) => Configure(AvayaCloudDefaults.AuthenticationScheme, options);

    public void Configure(string? name, AvayaCloudOptions options)
    {
        var from = settings.Value;
        var hosts = from.Hosts;
        options.TimeProvider = clock;
        options.ClientId = from.ClientId;
        options.ClientSecret = from.ClientSecretFile is { Length: > 0 } file ? ClientSecretFile.Read(file) : from.ClientSecret ?? "";
        options.Pkce = from.Pkce;
        options.AuthorizationEndpoint = Under(hosts.Identity, "/oauth2/authorize");
        options.TokenEndpoint = Under(hosts.Identity, "/oauth2/access_token");
        options.TokenInfoEndpoint = Under(hosts.Identity, from.TokenInfoPath);
        options.RevocationEndpoint = Under(hosts.Identity, from.RevocationPath);
        options.UserInformationEndpoint = Under(hosts.Spaces, "/users/me");
        options.Issuer = hosts.Identity.GetLeftPart(UriPartial.Authority);
        options.RedirectUri = from.PublicUrl is { } publicUrl ? Under(publicUrl, options.CallbackPath) : null;
        options.CorrelationCookie.Name = from.IsHttps ? "__Host-spaces-signin-" : "spaces-signin-";
        options.CorrelationCookie.SecurePolicy = from.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Scope.Clear();
        foreach (var scope in hosts.Scopes)
            options.Scope.Add(scope);
    }

    private static string Under(Uri host, string path) => host.AbsoluteUri.TrimEnd('/') + path;
}
