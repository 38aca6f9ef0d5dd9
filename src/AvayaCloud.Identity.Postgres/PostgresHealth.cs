using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Ready while signals are heard: a replica that hears nothing does not learn who signed out elsewhere. Asks nobody.</summary>
internal sealed class PostgresHealth(Availability availability) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(availability.IsListening
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "PostgreSQL cannot be reached."));
}
