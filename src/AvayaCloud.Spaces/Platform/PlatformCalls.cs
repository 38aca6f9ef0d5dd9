namespace AvayaCloud.Spaces;

/// <summary>What may be asked before anybody is signed in; no token is sent [wire 4.6].</summary>
public sealed class PlatformCalls
{
    private readonly ApiCaller _caller;
    private readonly IPlatformApi _api;
    private readonly IGuestsApi _guests;
    private readonly IHealthApi _health;

    internal PlatformCalls(ApiCaller anonymous, HttpClient atOrigin) =>
        (_caller, _api, _guests, _health) = (
            anonymous, anonymous.Api<IPlatformApi>(), anonymous.Api<IGuestsApi>(), SpacesRefit.For<IHealthApi>(atOrigin));

    /// <summary>Where the parts of the cloud are [docs D/guides/service-configurations].</summary>
    public Task<SpacesOutcome<ServiceConfigurations>> GetConfigurationsAsync(CancellationToken cancellationToken = default) =>
        _caller.GetAsync([], () => _api.GetConfigurationsAsync(cancellationToken), cancellationToken);

    /// <summary>A pass for somebody without an account [docs D/api/users/anonymous_auth].</summary>
    public async Task<SpacesOutcome<GuestPass>> GetGuestPassAsync(GuestRequest? guest = null, CancellationToken cancellationToken = default)
    {
        var outcome = await _caller.GetAsync(
            [], () => _guests.EnterAsync(guest ?? new GuestRequest(), cancellationToken), cancellationToken);
        return outcome is SpacesOutcome<GuestPass>.Ok { Value.Token: "" }
            ? new SpacesOutcome<GuestPass>.InvalidResponse("A pass without a token.")
            : outcome;
    }

    /// <summary>Whether the API is up [repo LT archive/restapi/health.yaml].</summary>
    public Task<SpacesOutcome<NoContent>> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        _caller.NoContentAsync([], () => _health.CheckAsync(cancellationToken), cancellationToken);
}

/// <summary>What may be asked before anybody is signed in [wire 4.6].</summary>
[Headers("Accept: application/json")]
internal interface IPlatformApi
{
    [Get("/service-configurations")]
    Task<IApiResponse<ServiceConfigurations>> GetConfigurationsAsync(CancellationToken cancellationToken);
}

/// <summary>The door for people without an account [wire 3.1].</summary>
[Headers("Accept: application/json")]
internal interface IGuestsApi
{
    /// <summary>Without a token [docs D/api/users/anonymous_auth]. Asked twice, one of the two passes is never used.</summary>
    [Post("/anonymous/auth"), Headers(Idempotent.Mark)]
    Task<IApiResponse<GuestPass>> EnterAsync([Body] GuestRequest guest, CancellationToken cancellationToken);
}

/// <summary>The one call that has no <c>/api</c> before it [repo LT archive/restapi/health.yaml].</summary>
internal interface IHealthApi
{
    [Get("/health")]
    Task<IApiResponse<string>> CheckAsync(CancellationToken cancellationToken);
}
