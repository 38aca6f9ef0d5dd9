using System.Runtime.CompilerServices;

namespace AvayaCloud.Spaces;

/// <summary>What all resources share: calls that come to outcomes, and lists that are walked.</summary>
internal sealed class ApiCaller(HttpClient http, TimeProvider clock)
{
    public Uri BaseUrl => http.BaseAddress!;

    public TimeProvider Clock => clock;

    public TApi Api<TApi>() => SpacesRefit.For<TApi>(http);

    /// <summary>An id goes into the path; what cannot be one is not found, and nothing is sent.</summary>
    public Task<SpacesOutcome<T>> GetAsync<T>(
        IEnumerable<string> ids, Func<Task<IApiResponse<T>>> call, CancellationToken cancellationToken)
        where T : class =>
        ids.All(ResourceId.IsWellFormed)
            ? OutcomeMapper.MapAsync(() => ResponseData<T>.OfAsync(call(), clock), cancellationToken)
            : Task.FromResult<SpacesOutcome<T>>(new SpacesOutcome<T>.NotFound());

    public async Task<SpacesOutcome<T>> GetObjectAsync<T>(
        IEnumerable<string> ids, Func<Task<IApiResponse<Envelope<T>>>> call, CancellationToken cancellationToken)
        where T : class, IIdentified
    {
        var outcome = await GetAsync(ids, call, cancellationToken);
        return outcome.Then<T>(
            envelope => envelope.Value is { } value
                ? new SpacesOutcome<T>.Ok(value)
                : new SpacesOutcome<T>.InvalidResponse("An answer without the object that was promised."));
    }

    /// <summary>For answers of unknown shape: any JSON object or list will do, and so will nothing.</summary>
    public async Task<SpacesOutcome<NoContent>> NoContentAsync(
        IEnumerable<string> ids, Func<Task<IApiResponse<string>>> call, CancellationToken cancellationToken)
    {
        if (!ids.All(ResourceId.IsWellFormed))
            return new SpacesOutcome<NoContent>.NotFound();
        return await OutcomeMapper.MapAsync(
            async () => NoContentResponse.Of(await ResponseData<string>.OfAsync(call(), clock)), cancellationToken);
    }

    /// <summary>Page after page until the last; one that failed is the last, too.</summary>
    public async IAsyncEnumerable<SpacesOutcome<Page<T>>> PaginateAsync<T>(
        IEnumerable<string> ids, Func<Task<IApiResponse<Page<T>>>> first, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IIdentified
    {
        var type = (JsonTypeInfo<Page<T>>)SpacesJson.Default.GetTypeInfo(typeof(Page<T>))!;
        var links = new NextPageLinks(BaseUrl);
        var outcome = await GetAsync(ids, first, cancellationToken);
        yield return outcome;
        while (outcome is SpacesOutcome<Page<T>>.Ok { Value: { HasNextPage: true, NextPageUrl: { } link } })
        {
            // Refit is bypassed: the parameters of a link belong to the API, and not all of them are documented.
            outcome = links.TryFollow(link, out var address)
                ? await OutcomeMapper.MapAsync(
                    () => ResponseData<Page<T>>.OfAsync(
                        http.GetAsync(address, cancellationToken), type, clock, cancellationToken), cancellationToken)
                : new SpacesOutcome<Page<T>>.InvalidResponse("The link to the next page leads astray.");
            if (outcome is SpacesOutcome<Page<T>>.Ok { Value.Items.Count: 0 })
                yield break; // announced, but empty [repo LT]
            yield return outcome;
        }
    }
}
