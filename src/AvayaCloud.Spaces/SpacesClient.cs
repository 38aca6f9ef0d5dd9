namespace AvayaCloud.Spaces;

/// <summary>The signed-in person's view of the Spaces API; one per scope, see <c>AddSpacesApi</c>.</summary>
public sealed class SpacesClient(HttpClient http)
{
    private readonly HttpClient _http = http;

    /// <summary>The person themselves.</summary>
    public Task<SpacesOutcome<User>> GetMeAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Not there yet.");

    /// <summary>One page of the person's spaces: the first one, or the one that <paramref name="query"/> points at.</summary>
    public Task<SpacesOutcome<SpacesPage>> GetSpacesPageAsync(SpacesQuery query, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Not there yet.");

    /// <summary>Page after page until the last; one that failed is the last, too.</summary>
    public IAsyncEnumerable<SpacesOutcome<SpacesPage>> ListSpacesAsync(SpacesQuery query, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Not there yet.");
}
