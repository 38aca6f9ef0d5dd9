namespace AvayaCloud.Spaces;

/// <summary>Calls without a token [wire 4.6].</summary>
public sealed class PlatformCalls
{
    private readonly ApiCaller<IPlatformApi> _api;
    private readonly ApiCaller<IHealthApi> _health;

    internal PlatformCalls(ApiCaller<IPlatformApi> api, ApiCaller<IHealthApi> health)
    {
        _api = api;
        _health = health;
    }

    /// <summary>The addresses of the cloud's services [docs D/guides/service-configurations].</summary>
    public Task<SpacesOutcome<ServiceConfigurations>> GetConfigurationsAsync(CancellationToken cancellationToken = default) =>
        _api.CallAsync([], (api, ct) => api.GetConfigurationsAsync(ct), cancellationToken);

    /// <summary>A pass for a user without an account [docs D/api/users/anonymous_auth].</summary>
    public async Task<SpacesOutcome<GuestPass>> GetGuestPassAsync(GuestRequest? guest = null, CancellationToken cancellationToken = default)
    {
        var request = guest ?? new GuestRequest();
        var outcome = await _api.CallAsync([], (api, ct) => api.CreateGuestPassAsync(request, ct), cancellationToken);
        return outcome.Require(it => it.Token.Length > 0, "The pass has no token.");
    }

    /// <summary>Checks whether the API is up [repo LT archive/restapi/health.yaml].</summary>
    public Task<SpacesOutcome<NoContent>> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        _health.CallForNoContentAsync([], (api, ct) => api.CheckAsync(ct), cancellationToken);
}

/// <summary>Calls without a token [wire 3.1, 4.6].</summary>
[Headers("Accept: application/json")]
internal interface IPlatformApi
{
    [Get("/service-configurations")]
    Task<IApiResponse<ServiceConfigurations>> GetConfigurationsAsync(CancellationToken cancellationToken);

    /// <summary>Safe to repeat: it creates another pass, and the first one is never used [docs D/api/users/anonymous_auth].</summary>
    [Post("/anonymous/auth"), Headers(Idempotent.Mark)]
    Task<IApiResponse<GuestPass>> CreateGuestPassAsync([Body] GuestRequest guest, CancellationToken cancellationToken);
}

/// <summary>The only call whose path does not start with <c>/api</c> [repo LT archive/restapi/health.yaml].</summary>
internal interface IHealthApi
{
    [Get("/health")]
    Task<IApiResponse<string>> CheckAsync(CancellationToken cancellationToken);
}
