using Microsoft.Extensions.Options;

namespace AvayaCloud.Spaces;

/// <summary>Makes clients outside of a scope, for instance for background work in somebody's name.</summary>
public sealed class SpacesClientFactory(IOptions<SpacesApiOptions> options)
{
    public SpacesClient Create(IAccessTokenSource tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new SpacesClient(new HttpClient { BaseAddress = options.Value.BaseUrl });
    }
}
