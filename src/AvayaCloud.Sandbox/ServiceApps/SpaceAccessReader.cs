using AvayaCloud.Sandbox.Spaces;

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
