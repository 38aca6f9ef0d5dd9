namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Access tokens of the identity server [seed 1].</summary>
internal sealed class BearerReader(TokenVault vault, PeopleStore people) : ICallerReader
{
    public string Scheme => "Bearer";

    public ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken) =>
        ValueTask.FromResult<CallerReading>(
        // As they are now: an account may have been changed or deleted since.
        vault.FindByAccessToken(credential) is { } grant && people.Find(grant.User.SpacesId) is { } person
            ? new CallerReading.Known(new Caller.User(person))
            : new CallerReading.Refused("authentication.invalid", "The access token is not valid or has expired."));
}
