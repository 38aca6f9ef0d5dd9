using System.Runtime.CompilerServices;

namespace SpacesPortal.Spaces;

/// <summary>Follows the pages of a person's spaces to the end, in the largest steps that Avaya allows.</summary>
internal sealed class SpaceWalk(SpacesClient client, int mostSpaces, TimeProvider clock)
{
    // One walk serves every filter of the pages: kinds and status are told apart here.
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
                yield return new SpaceSnapshot([.. rows], asOf, Trouble: outcome.Error);
                yield break;
            }

            // Activity during the walk moves spaces to the front, and the last one of a page to the next page: seen twice.
            rows.AddRange(page.Items.Where(space => known.Add(space.Id)).Take(mostSpaces - rows.Count));
            var truncated = rows.Count >= mostSpaces && page.HasNextPage;
            yield return new SpaceSnapshot([.. rows], asOf, Complete: !page.HasNextPage, truncated);
            if (truncated || !page.HasNextPage)
                yield break;
        }

        yield return new SpaceSnapshot([.. rows], asOf, Complete: true);
    }
}
