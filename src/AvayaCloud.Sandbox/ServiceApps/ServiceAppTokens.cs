namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>Validates the signed tokens of service apps [wire 3.3]. Each check has its own message, so that a developer sees what is
/// wrong.</summary>
internal sealed class ServiceAppTokens(SandboxServiceApps apps, TimeProvider clock)
{
    private const string Audience = "spaces.avayacloud.com";
    private const int MaxLifetimeSeconds = 3600;

    /// <summary>Null with an error.</summary>
    public Caller? Validate(string token, out ApiError error)
    {
        _ = Jwt.TryParse(token, out var jwt);
        var app = apps.FindByKeyId(jwt?.KeyId);
        var reason = Validate(jwt, app);
        error = reason is null
            ? ApiError.Forbidden("The service account is disabled.", "service.account.disabled")
            : ApiError.Unauthorized("The service app's token is not valid. " + reason, "service.token.invalid");
        return reason is null && app!.IsEnabled ? new Caller.ServiceApp(app.Person, app.Scopes) : null;
    }

    private string? Validate(Jwt? jwt, SandboxServiceApp? app)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return jwt switch
        {
            null => "It is not a JWT.",
            { Algorithm: not "RS256" } => "Its alg is not RS256.",
            _ when app is null => "Its kid is not known.",
            _ when !jwt.IsSignedBy(app.Key) => "Its signature does not match the key of its kid.",
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
}
