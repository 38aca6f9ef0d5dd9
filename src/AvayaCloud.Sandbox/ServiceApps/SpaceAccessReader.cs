namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary><c>Authorization: sat …</c> [docs D/api/apps/tokeninfo_tokentype_token].</summary>
internal sealed class SpaceAccessReader(SandboxServiceApps apps) : ICallerReader
{
    public string Scheme => "sat";

    public ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken) =>
        ValueTask.FromResult<CallerReading>(
            apps.FindSpaceAccess(credential) is { } access
                ? new CallerReading.Known(new Caller.SpaceApp(access.App.Person))
                : new CallerReading.Refused("authentication.invalid", "The space access token is not valid or has expired."));
}

/// <summary>
/// A space access token of an app, for one space [wire 4.6]. How apps obtain it is not documented, so tests issue it.
/// </summary>
internal sealed record SpaceAccess(SandboxServiceApp App, Person Authorizer, string SpaceId, DateTimeOffset Expires);
