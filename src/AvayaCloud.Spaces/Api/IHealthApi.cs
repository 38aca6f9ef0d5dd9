using Refit;

namespace AvayaCloud.Spaces;

/// <summary>The one call that has no <c>/api</c> before it [repo LT archive/restapi/health.yaml].</summary>
public interface IHealthApi
{
    [Get("/health")]
    Task<IApiResponse<string>> CheckAsync(CancellationToken cancellationToken);
}
