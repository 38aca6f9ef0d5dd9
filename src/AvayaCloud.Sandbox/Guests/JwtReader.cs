namespace AvayaCloud.Sandbox.Guests;

/// <summary>
/// <c>Authorization: jwt …</c>, and <c>tokenType=jwt</c> at the socket: a person's of the identity server, or a guest's [wire 3].
/// </summary>
internal sealed class JwtReader(GuestPasses passes, IdentityJwts jwts) : ICallerReader
{
    public string Scheme => "jwt";

    public ValueTask<CallerReading> ReadAsync(string credential, CancellationToken cancellationToken) =>
        ValueTask.FromResult<CallerReading>(
        Read(credential) is { } caller
            ? new CallerReading.Known(caller)
            : new CallerReading.Refused("authentication.invalid", "The JWT is not valid or has expired."));

    private Caller? Read(string credential) => (Jwt.TryParse(credential, out var parsed) ? parsed : null) switch
    {
        { Algorithm: "HS256" } jwt when passes.Read(jwt) is { } guest => new Caller.Guest(guest),
        { Algorithm: "RS256" } jwt when jwts.Validate(jwt) is { } person => new Caller.User(person),
        _ => null,
    };
}
