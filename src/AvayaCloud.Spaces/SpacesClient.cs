using System.Runtime.CompilerServices;

namespace AvayaCloud.Spaces;

/// <summary>The signed-in person's view of the Spaces API; one per scope, see <c>AddSpacesApi</c>.</summary>
/// <param name="http">Its base address is the API's, with <c>/api</c> and no slash at the end.</param>
public sealed class SpacesClient(HttpClient http, TimeProvider? clock = null)
{
    private readonly ISpacesApi _api = SpacesRefit.For(http);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>The person themselves.</summary>
    public async Task<SpacesOutcome<User>> GetMeAsync(CancellationToken cancellationToken = default)
    {
        var outcome = await Outcome.OfAsync(() => Answer<User>.OfAsync(_api.GetMeAsync(cancellationToken), _clock), cancellationToken);
        return outcome is SpacesOutcome<User>.Ok { Value.Id: "" } ? new SpacesOutcome<User>.BadAnswer("A person without an id.") : outcome;
    }

    /// <summary>One page of the person's spaces: the first one, or the one that <paramref name="query"/> points at.</summary>
    public Task<SpacesOutcome<SpacesPage>> GetSpacesPageAsync(SpacesQuery query, CancellationToken cancellationToken = default)
    {
        var parameters = MySpacesParameters.From(query);
        return Outcome.OfAsync(
            () => Answer<SpacesPage>.OfAsync(_api.GetMySpacesAsync(parameters, cancellationToken), _clock), cancellationToken);
    }

    /// <summary>Page after page until the last; one that failed is the last, too.</summary>
    public async IAsyncEnumerable<SpacesOutcome<SpacesPage>> ListSpacesAsync(
        SpacesQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var trail = new PageTrail(http.BaseAddress!);
        var outcome = await GetSpacesPageAsync(query, cancellationToken);
        yield return outcome;
        while (outcome is SpacesOutcome<SpacesPage>.Ok { Value: { PromisesMore: true, NextPageUrl: { } link } })
        {
            outcome = trail.TryFollow(link, out var address)
                ? await FollowAsync(address, cancellationToken)
                : new SpacesOutcome<SpacesPage>.BadAnswer("The link to the next page leads astray.");
            if (outcome is SpacesOutcome<SpacesPage>.Ok { Value.Spaces.Count: 0 })
                yield break; // the ghost page: announced, but there is nothing on it [repo LT]
            yield return outcome;
        }
    }

    // Links are followed as they are given, past Refit: their parameters are the API's business, and not all are documented.
    private Task<SpacesOutcome<SpacesPage>> FollowAsync(Uri address, CancellationToken cancellationToken) =>
        Outcome.OfAsync(
            () => Answer<SpacesPage>.OfAsync(http.GetAsync(address, cancellationToken), SpacesJson.Default.SpacesPage, _clock, cancellationToken),
            cancellationToken);
}
