using AvayaCloud.Spaces;

namespace SpacesPortal.Profile;

/// <summary>The signed-in person as Avaya knows them: asked once per request, however many panels want to know.</summary>
public interface IMyself
{
    Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken);
}

internal sealed class Myself(SpacesClient spaces) : IMyself
{
    private Task<SpacesOutcome<User>>? _asked;

    // The first panel's token goes with the call: all panels of a request end together.
    public Task<SpacesOutcome<User>> GetAsync(CancellationToken cancellationToken) => _asked ??= spaces.GetMeAsync(cancellationToken);
}
