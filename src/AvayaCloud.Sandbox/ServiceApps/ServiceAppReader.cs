namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>
/// <c>Authorization: service_app …</c> [wire 3.3]. Each check has an answer of its own, so that a developer sees what is wrong.
/// </summary>
internal sealed class ServiceAppReader(SandboxServiceApps apps, TimeProvider clock) : ICallerReader
{
    private const string Audience = "spaces.avayacloud.com";
    private const int LongestSeconds = 3600;

    public string Scheme => "service_app";

    public ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(credential));

    private CallerReading Read(string credential)
    {
        if (Jwt.Read(credential) is not { } jwt)
            return Invalid("It is no JWT.");
        if (jwt.Algorithm != "RS256")
            return Invalid("Its alg is not RS256.");
        if (apps.ByKey(jwt.KeyId) is not { } app)
            return Invalid("Its kid is not known.");
        if (!jwt.IsSignedBy(app.Key))
            return Invalid("Its signature is not by the key of its kid.");
        if (Problem(jwt, app) is { } problem)
            return problem;
        return app.IsEnabled
            ? new CallerReading.Known(new Caller.ServiceApp(app.Person, app.Scopes))
            : new CallerReading.Refused("service.account.disabled", "The service account is disabled.", StatusCodes.Status403Forbidden);
    }

    private CallerReading.Refused? Problem(Jwt jwt, SandboxServiceApp app)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return jwt switch
        {
            _ when jwt["iss"] != app.ClientId => Invalid("Its iss is not the client of its kid."),
            _ when jwt["sub"] != app.Account => Invalid("Its sub is not the service account."),
            _ when jwt["aud"] != Audience => Invalid($"Its aud is not {Audience}."),
            { Expires: null } => Invalid("It has no exp."),
            _ when jwt.Expires <= now => Invalid("It has expired."),
            // The greatest that is accepted [seed 3].
            _ when jwt.Expires > now + LongestSeconds => Invalid($"Its exp is more than {LongestSeconds} seconds ahead."),
            _ => null,
        };
    }

    private static CallerReading.Refused Invalid(string why) =>
        new("service.token.invalid", "The service app's token is not valid. " + why);
}
