using Refit;

namespace AvayaCloud.Spaces;

/// <summary>What may be asked before anybody is signed in [wire 4.6].</summary>
[Headers("Accept: application/json")]
public interface IPlatformApi
{
    /// <summary>[docs D/guides/service-configurations]</summary>
    [Get("/service-configurations")]
    Task<IApiResponse<ServiceConfigurations>> GetConfigurationsAsync(CancellationToken cancellationToken);
}
