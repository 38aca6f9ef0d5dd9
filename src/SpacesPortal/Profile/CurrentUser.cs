namespace SpacesPortal.Profile;

/// <summary>The signed-in user as Avaya has them, requested once per request for all panels.</summary>
public interface ICurrentUser
{
    Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken);
}

internal sealed class CurrentUser(SpacesClient spaces) : ICurrentUser
{
    private Task<SpacesOutcome<User>>? _outcome;

    // The first panel's cancellation token applies to all, since the panels of a request end together.
    public Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken) =>
        _outcome ??= spaces.Users.GetMeAsync(cancellationToken);
}
