namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>
/// <c>Authorization: service_app …</c> [wire 3.3]. Each check has its own message, so that a developer sees what is wrong.
/// </summary>
internal sealed class ServiceAppReader(SandboxServiceApps apps, TimeProvider clock) : ICallerReader
{
    private const string Audience = "spaces.avayacloud.com";
    private const int MaxLifetimeSeconds = 3600;

    public string Scheme => "service_app";

    public ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(credential));

    private CallerReading Read(string credential)
    {
        if (!Jwt.TryParse(credential, out var jwt))
            return Invalid("It is not a JWT.");
        if (jwt.Algorithm != "RS256")
            return Invalid("Its alg is not RS256.");
        if (apps.FindByKeyId(jwt.KeyId) is not { } app)
            return Invalid("Its kid is not known.");
        if (!jwt.IsSignedBy(app.Key))
            return Invalid("Its signature does not match the key of its kid.");
        if (ValidateClaims(jwt, app) is { } error)
            return Invalid(error);
        return app.IsEnabled
            ? new CallerReading.Known(new Caller.ServiceApp(app.Person, app.Scopes))
            : new CallerReading.Refused("service.account.disabled", "The service account is disabled.", StatusCodes.Status403Forbidden);
    }

    private string? ValidateClaims(Jwt jwt, SandboxServiceApp app)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return jwt switch
        {
            _ when jwt["iss"] != app.ClientId => "Its iss is not the client of its kid.",
            _ when jwt["sub"] != app.Account => "Its sub is not the service account.",
            _ when jwt["aud"] != Audience => $"Its aud is not {Audience}.",
            { Expires: null } => "It has no exp.",
            _ when jwt.Expires <= now => "It has expired.",
            // The maximum of [seed 3].
            _ when jwt.Expires > now + MaxLifetimeSeconds => $"Its exp is more than {MaxLifetimeSeconds} seconds ahead.",
            _ => null,
        };
    }

    private static CallerReading.Refused Invalid(string reason) =>
        new("service.token.invalid", "The service app's token is not valid. " + reason);
}
