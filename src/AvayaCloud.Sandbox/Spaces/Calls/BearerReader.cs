using AvayaCloud.Sandbox.Identity;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Access tokens of the identity server [seed 1].</summary>
internal sealed class BearerReader(TokenVault vault) : ICallerReader
{
    public string Scheme => "Bearer";

    public ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken) => ValueTask.FromResult<CallerReading>(
        vault.GrantOfAccess(credential) is { } grant
            ? new CallerReading.Known(new Caller.User(grant.Person))
            : new CallerReading.Refused("authentication.invalid", "The access token is not valid or has expired."));
}
