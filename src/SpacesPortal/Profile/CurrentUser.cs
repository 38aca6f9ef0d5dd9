namespace SpacesPortal.Profile;

/// <summary>The signed-in person as Avaya knows them: asked once per request, however many panels want to know.</summary>
public interface ICurrentUser
{
    Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken);
}

internal sealed class CurrentUser(SpacesClient spaces) : ICurrentUser
{
    private Task<SpacesOutcome<User>>? _asked;

    // The first panel's token goes with the call: all panels of a request end together.
    public Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken) => _asked ??= spaces.Users.GetMeAsync(cancellationToken);
}
