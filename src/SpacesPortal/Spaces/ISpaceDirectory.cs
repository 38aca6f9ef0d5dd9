namespace SpacesPortal.Spaces;

/// <summary>The signed-in person's spaces: searched, filtered, sorted and paged here, because Avaya can only list them.</summary>
public interface ISpaceDirectory
{
    /// <summary>Costs one call at most; what has not been loaded by then follows in the background.</summary>
    Task<SpaceListing> ListAsync(SpaceFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// The state now, and again whenever more has been found, until everything is. Counts what a list with that filter counts.
    /// </summary>
    IAsyncEnumerable<SpaceProgress> WatchAsync(bool archived, CancellationToken cancellationToken);

    /// <summary>Drops what is known, so that the next listing asks Avaya again.</summary>
    void Forget();
}

/// <summary>What the background walk has come to.</summary>
public sealed record SpaceProgress(int Found, bool Complete, DateTimeOffset AsOf, SpacesError? Trouble);
