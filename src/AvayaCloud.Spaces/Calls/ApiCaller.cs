using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace AvayaCloud.Spaces;

/// <summary>What all resources share: calls that come to outcomes, and lists that are walked.</summary>
internal sealed class ApiCaller(HttpClient http, TimeProvider clock)
{
    public Uri BaseUrl => http.BaseAddress!;

    public TimeProvider Clock => clock;

    public TApi Api<TApi>() => SpacesRefit.For<TApi>(http);

    /// <summary>An id goes into the path; what cannot be one is not found, and nothing is sent.</summary>
    public Task<SpacesOutcome<T>> AnswerAsync<T>(
        IEnumerable<string> ids, Func<Task<IApiResponse<T>>> call, CancellationToken cancellationToken)
        where T : class =>
        ids.All(PathId.IsWellFormed)
            ? Outcome.OfAsync(() => Answer<T>.OfAsync(call(), clock), cancellationToken)
            : Task.FromResult<SpacesOutcome<T>>(new SpacesOutcome<T>.NotFound());

    public async Task<SpacesOutcome<T>> OneAsync<T>(
        IEnumerable<string> ids, Func<Task<IApiResponse<Envelope<T>>>> call, CancellationToken cancellationToken)
        where T : class, IIdentified
    {
        var outcome = await AnswerAsync(ids, call, cancellationToken);
        return outcome.Then<T>(
            envelope => envelope.Value is { } value
                ? new SpacesOutcome<T>.Ok(value)
                : new SpacesOutcome<T>.BadAnswer("An answer without the object that was promised."));
    }

    /// <summary>For answers of unknown shape: any JSON object or list will do, and so will nothing.</summary>
    public async Task<SpacesOutcome<Done>> DoneAsync(
        IEnumerable<string> ids, Func<Task<IApiResponse<string>>> call, CancellationToken cancellationToken)
    {
        if (!ids.All(PathId.IsWellFormed))
            return new SpacesOutcome<Done>.NotFound();
        return await Outcome.OfAsync(async () => DoneAnswer.Of(await Answer<string>.OfAsync(call(), clock)), cancellationToken);
    }

    /// <summary>Page after page until the last; one that failed is the last, too.</summary>
    public async IAsyncEnumerable<SpacesOutcome<TPage>> WalkAsync<TPage>(
        Func<Task<SpacesOutcome<TPage>>> first, JsonTypeInfo<TPage> type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPage : class, IPage
    {
        var trail = new PageTrail(BaseUrl);
        var outcome = await first();
        yield return outcome;
        while (outcome is SpacesOutcome<TPage>.Ok { Value: { PromisesMore: true, NextPageUrl: { } link } })
        {
            outcome = trail.TryFollow(link, out var address)
                ? await FollowAsync(address, type, cancellationToken)
                : new SpacesOutcome<TPage>.BadAnswer("The link to the next page leads astray.");
            if (outcome is SpacesOutcome<TPage>.Ok { Value.IsEmpty: true })
                yield break; // the ghost page: announced, but there is nothing on it [repo LT]
            yield return outcome;
        }
    }

    public IAsyncEnumerable<SpacesOutcome<Page<T>>> WalkAsync<T>(
        IEnumerable<string> ids, Func<Task<IApiResponse<Page<T>>>> first, CancellationToken cancellationToken)
        where T : class, IIdentified =>
        WalkAsync(
            () => AnswerAsync(ids, first, cancellationToken), (JsonTypeInfo<Page<T>>)SpacesJson.Default.GetTypeInfo(typeof(Page<T>))!,
            cancellationToken);

    // Links are followed as they are given, past Refit: their parameters are the API's business, and not all are documented.
    private Task<SpacesOutcome<TPage>> FollowAsync<TPage>(Uri address, JsonTypeInfo<TPage> type, CancellationToken cancellationToken)
        where TPage : class =>
        Outcome.OfAsync(
            () => Answer<TPage>.OfAsync(http.GetAsync(address, cancellationToken), type, clock, cancellationToken), cancellationToken);
}
