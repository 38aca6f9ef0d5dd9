using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Ready once signals are heard. A database that goes away later degrades a replica and does not take it out: all of them would be out at
/// once, where people can go on with the tokens that they have. Asks nobody.
/// </summary>
internal sealed class PostgresHealth(DatabaseAvailability availability) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(availability.IsListening
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(
                availability.HasListened ? HealthStatus.Degraded : context.Registration.FailureStatus, "PostgreSQL cannot be reached."));
}
