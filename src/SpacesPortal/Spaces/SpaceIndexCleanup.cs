namespace SpacesPortal.Spaces;

/// <summary>What was loaded in somebody's name goes with their session.</summary>
/// <param name="services">Asked when a session ends: the indexes themselves need the session's tokens, which would close a circle.</param>
internal sealed class SpaceIndexCleanup(IServiceProvider services) : ISessionEndObserver
{
    public void OnEnded(SessionId id, SessionEndReason why) => services.GetRequiredService<SpaceIndexes>().Forget(id.Value);
}
