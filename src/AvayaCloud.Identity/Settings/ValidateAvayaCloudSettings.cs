namespace AvayaCloud.Identity;

/// <summary>Checks the section <c>AvayaCloud</c>, and reports all errors at once, each with its key and the fix.</summary>
internal sealed class ValidateAvayaCloudSettings : IValidateOptions<AvayaCloudSettings>
{
    public ValidateOptionsResult Validate(string? name, AvayaCloudSettings options) => FindErrors(options).ToList() switch
    {
        [] => ValidateOptionsResult.Success,
        var errors => ValidateOptionsResult.Fail(errors),
    };

    private static IEnumerable<string> FindErrors(AvayaCloudSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.ClientId))
            yield return "AvayaCloud:ClientId is missing: set it to the id of the client that is registered at Avaya Cloud.";

        var hasSecret = settings.ClientSecret is { Length: > 0 };
        var hasSecretFile = settings.ClientSecretFile is { Length: > 0 };
        if (hasSecret && hasSecretFile)
            yield return "AvayaCloud:ClientSecret and AvayaCloud:ClientSecretFile are both set: keep one.";
        if (hasSecretFile && ClientSecretFile.FindError(settings.ClientSecretFile!) is { } error)
            yield return $"AvayaCloud:ClientSecretFile {error}";
        if (settings.Pkce == PkceMethod.None && !hasSecret && !hasSecretFile)
            yield return "AvayaCloud:Pkce is None and there is no client secret: set AvayaCloud:Pkce to S256 or give the secret.";

        (string Key, string? Value)[] addresses =
            [("IdentityUrl", settings.IdentityUrl), ("SpacesUrl", settings.SpacesUrl), ("SocketUrl", settings.SocketUrl)];
        foreach (var (key, value) in addresses)
        {
            if (value is { Length: > 0 } && !IsFetchable(value))
                yield return $"AvayaCloud:{key} must be an absolute https address (http on loopback only) without query or fragment.";
        }

        foreach (var (key, value) in new[] { ("TokenInfoPath", settings.TokenInfoPath), ("RevocationPath", settings.RevocationPath) })
        {
            if (!value.StartsWith('/') || value.StartsWith("//", StringComparison.Ordinal) || value.Contains('\\'))
                yield return $"AvayaCloud:{key} must be a path that starts with one slash, such as /oauth2/tokeninfo.";
        }
    }

    private static bool IsFetchable(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
