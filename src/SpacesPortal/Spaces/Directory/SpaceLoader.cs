using System.Runtime.CompilerServices;

namespace SpacesPortal.Spaces;

/// <summary>Loads all pages of a user's spaces, in the largest steps that Avaya allows.</summary>
internal sealed class SpaceLoader(SpacesClient client, int mostSpaces, TimeProvider clock)
{
    // One load serves all filters; they are applied in the portal.
    private static readonly SpacesQuery Everything = new() { Kinds = SpaceKinds.All, Status = SpaceStatus.Any };

    public async IAsyncEnumerable<SpaceSnapshot> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asOf = clock.GetUtcNow();
        var rows = new List<Space>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var outcome in client.Spaces.ListAsync(Everything, cancellationToken))
        {
            if (outcome is not SpacesOutcome<Page<Space>>.Ok(var page))
            {
                yield return new SpaceSnapshot([.. rows], asOf, Error: outcome.Error);
                yield break;
            }

            // Activity during the load moves spaces to the front, so the last space of a page can appear again on the next one.
            rows.AddRange(page.Items.Where(space => known.Add(space.Id)).Take(mostSpaces - rows.Count));
            var truncated = rows.Count >= mostSpaces && page.HasNextPage;
            yield return new SpaceSnapshot([.. rows], asOf, Complete: !page.HasNextPage, truncated);
            if (truncated || !page.HasNextPage)
                yield break;
        }

        yield return new SpaceSnapshot([.. rows], asOf, Complete: true);
    }
}

/// <summary>A user's spaces as far as a load has come, in Avaya's order: latest activity first.</summary>
internal sealed record SpaceSnapshot(
    IReadOnlyList<Space> Rows, DateTimeOffset AsOf, bool Complete = false, bool Truncated = false, SpacesError? Error = null)
{
    /// <summary>The last snapshot of its load.</summary>
    public bool IsLast => Complete || Truncated || Error is not null;

    /// <summary>What to show from now on: never fewer rows than before, unless a complete load found fewer.</summary>
    public SpaceSnapshot FollowedBy(SpaceSnapshot next)
    {
        if (next.Complete || next.Truncated || (!Complete && next.Rows.Count >= Rows.Count))
            return next;
        return next.Error is null ? this : this with { Error = next.Error };
    }
}
