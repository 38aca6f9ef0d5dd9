using System.Runtime.CompilerServices;

namespace AvayaCloud.Spaces;

/// <summary>Calls the API of one resource. Turns responses into outcomes and follows the links of lists.</summary>
internal sealed class ApiCaller<TApi>(HttpClient http, TimeProvider clock)
{
    private readonly TApi _api = SpacesRefit.Create<TApi>(http);

    public Uri BaseUrl => http.BaseAddress!;
    public TimeProvider Clock => clock;

    /// <param name="ids">Ids that become part of the path. A text that cannot be an id is not found, and nothing is sent.</param>
    public Task<SpacesOutcome<T>> CallAsync<T>(
        IEnumerable<string> ids, Func<TApi, CancellationToken, Task<IApiResponse<T>>> call, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(ids, () => ResponseData<T>.ReadAsync(call(_api, cancellationToken), clock), cancellationToken);

    public async Task<SpacesOutcome<T>> CallForObjectAsync<T>(
        IEnumerable<string> ids, Func<TApi, CancellationToken, Task<IApiResponse<Envelope<T>>>> call, CancellationToken cancellationToken)
        where T : class, IIdentified
    {
        var outcome = await CallAsync(ids, call, cancellationToken);
        return outcome.Then<T>(envelope => envelope.Value is { } value
            ? new SpacesOutcome<T>.Ok(value)
            : SpacesError.InvalidResponse("The response does not contain the object."));
    }

    /// <summary>For responses of unknown shape: any JSON object or array is accepted, and so is an empty body.</summary>
    public Task<SpacesOutcome<NoContent>> CallForNoContentAsync(
        IEnumerable<string> ids, Func<TApi, CancellationToken, Task<IApiResponse<string>>> call, CancellationToken cancellationToken)
    {
        return SendAsync(ids, ReadAsync, cancellationToken);

        async Task<ResponseData<NoContent>> ReadAsync() =>
            NoContentResponse.From(await ResponseData<string>.ReadAsync(call(_api, cancellationToken), clock));
    }

    /// <summary>Reads page after page, up to the last one or the first failure.</summary>
    public async IAsyncEnumerable<SpacesOutcome<Page<T>>> PaginateAsync<T>(
        IEnumerable<string> ids, Func<TApi, CancellationToken, Task<IApiResponse<Page<T>>>> call,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IIdentified
    {
        var links = new NextPageLinks(BaseUrl);
        var outcome = await CallAsync(ids, call, cancellationToken);
        yield return outcome;
        while (outcome is SpacesOutcome<Page<T>>.Ok { Value: { HasNextPage: true, NextPageUrl: { } link } })
        {
            outcome = links.TryFollow(link, out var address)
                ? await GetPageAsync<T>(address, cancellationToken)
                : SpacesError.InvalidResponse("The link to the next page is not one to follow.");
            if (outcome is SpacesOutcome<Page<T>>.Ok { Value.Items.Count: 0 })
                yield break; // It was announced, but is empty [repo LT].
            yield return outcome;
        }
    }

    private static Task<SpacesOutcome<T>> SendAsync<T>(
        IEnumerable<string> ids, Func<Task<ResponseData<T>>> send, CancellationToken cancellationToken)
        where T : class =>
        ids.All(ResourceId.IsWellFormed)
            ? OutcomeMapper.MapAsync(send, cancellationToken)
            : Task.FromResult<SpacesOutcome<T>>(SpacesError.NotFound);

    /// <summary>Without Refit, because the parameters of a link belong to the API and are not all documented.</summary>
    private Task<SpacesOutcome<Page<T>>> GetPageAsync<T>(Uri address, CancellationToken cancellationToken)
        where T : class, IIdentified
    {
        var type = (JsonTypeInfo<Page<T>>)SpacesJson.Default.GetTypeInfo(typeof(Page<T>))!;
        return OutcomeMapper.MapAsync(
            () => ResponseData<Page<T>>.ReadAsync(http.GetAsync(address, cancellationToken), type, clock, cancellationToken),
            cancellationToken);
    }
}
