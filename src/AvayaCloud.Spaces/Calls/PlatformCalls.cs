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
        _caller.AnswerAsync([], () => _api.GetConfigurationsAsync(cancellationToken), cancellationToken);

    /// <summary>A pass for somebody without an account [docs D/api/users/anonymous_auth].</summary>
    public async Task<SpacesOutcome<GuestPass>> GetGuestPassAsync(GuestRequest? guest = null, CancellationToken cancellationToken = default)
    {
        var outcome = await _caller.AnswerAsync(
            [], () => _guests.EnterAsync(guest ?? new GuestRequest(), cancellationToken), cancellationToken);
        return outcome is SpacesOutcome<GuestPass>.Ok { Value.Token: "" }
            ? new SpacesOutcome<GuestPass>.BadAnswer("A pass without a token.")
            : outcome;
    }

    /// <summary>Whether the API is up [repo LT archive/restapi/health.yaml].</summary>
    public Task<SpacesOutcome<Done>> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        _caller.DoneAsync([], () => _health.CheckAsync(cancellationToken), cancellationToken);
}
