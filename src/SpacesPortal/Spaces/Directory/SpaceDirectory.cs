using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Authorization;

namespace SpacesPortal.Spaces;

/// <summary>The directory of the user whom this scope serves: a request or a circuit.</summary>
internal sealed class SpaceDirectory(SpaceIndexes indexes, AuthenticationStateProvider authentication, TimeProvider clock) : ISpaceDirectory
{
    private const int MaxAttempts = 3;

    public async Task<SpaceListing> ListAsync(SpaceFilter filter, CancellationToken cancellationToken)
    {
        SpaceSnapshot? snapshot = null;
        // The index may be dropped while we wait for it; then a new one is read.
        for (var attempt = 0; attempt < MaxAttempts && snapshot is null && await GetIndexAsync() is { } index; attempt++)
            snapshot = await index.ReadAsync(cancellationToken);
        return SpaceSelection.Of(snapshot ?? NotSignedIn(), filter, CultureInfo.CurrentCulture);
    }

    public async IAsyncEnumerable<SpaceProgress> WatchAsync(bool archived, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await GetIndexAsync() is not { } index)
            yield break;
        await foreach (var snapshot in index.WatchAsync(cancellationToken))
        {
            var found = SpaceSelection.Listed(snapshot, archived).Count;
            yield return new SpaceProgress(found, snapshot.Complete, snapshot.AsOf, snapshot.Error);
        }
    }

    private async Task<SpaceIndex?> GetIndexAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        var isSignedIn = state.User.Identity is { IsAuthenticated: true };
        return isSignedIn && state.User.FindFirst(SessionClaims.SessionId)?.Value is { } sid ? indexes.GetOrAdd(sid) : null;
    }

    private SpaceSnapshot NotSignedIn() => new([], clock.GetUtcNow(), Error: new SpacesError(SpacesErrorKind.SignInNeeded));
}
