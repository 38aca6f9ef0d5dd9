using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Authorization;

namespace SpacesPortal.Spaces;

/// <summary>The directory of whoever is signed in here: request or circuit.</summary>
internal sealed class SpaceDirectory(SpaceIndexes indexes, AuthenticationStateProvider authentication, TimeProvider clock) : ISpaceDirectory
{
    public async Task<SpaceListing> ListAsync(SpaceFilter filter, CancellationToken cancellationToken)
    {
        SpaceSnapshot? known = null;
        // Somebody else may forget the index while we wait for it, to get a fresh one; so do we then.
        for (var turn = 0; turn < 3 && known is null && await IndexAsync() is { } index; turn++)
            known = await index.ReadAsync(cancellationToken);
        return SpaceSelection.Of(known ?? NobodySignedIn(), filter, CultureInfo.CurrentCulture);
    }

    public async IAsyncEnumerable<SpaceProgress> WatchAsync(bool archived, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await IndexAsync() is not { } index)
            yield break;
        await foreach (var known in index.WatchAsync(cancellationToken))
            yield return new SpaceProgress(SpaceSelection.Listed(known, archived).Count, known.Complete, known.AsOf, known.Trouble);
    }

    public void Forget()
    {
        // In requests and circuits the state is known from the start; before that there is nothing to forget.
        if (authentication.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } state && SidOf(state.Result) is { } sid)
            indexes.Forget(sid);
    }

    private static string? SidOf(AuthenticationState state) =>
        state.User.Identity is { IsAuthenticated: true } ? state.User.FindFirst("sid")?.Value : null;

    private async Task<SpaceIndex?> IndexAsync() =>
        SidOf(await authentication.GetAuthenticationStateAsync()) is { } sid ? indexes.Of(sid) : null;

    private SpaceSnapshot NobodySignedIn() =>
        new([], clock.GetUtcNow(), Trouble: new SpacesError(SpacesErrorKind.SignInNeeded));
}
