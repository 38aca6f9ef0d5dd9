using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Deletes expired rows by the server's clock, in bounded batches. Replicas skip rows that another one is deleting.</summary>
internal sealed partial class Sweeper(
    PortalDatabase database, EndedSessions ended, PostgresTiming timing, TimeProvider clock, ILogger<Sweeper> logger) : BackgroundService
{
    private const int BatchSize = 1000;

    private static readonly string[] Deletes =
    [
        Delete("tokens", "forget_at <= clock_timestamp() or session in (select session from spaces_portal.ends)"),
        Delete("notes", "ends_at <= clock_timestamp() or session in (select session from spaces_portal.ends)"),
        // Last, because the rows above are deleted by it.
        Delete("ends", "until <= clock_timestamp()"),
    ];

    public Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        ended.RemoveExpired();
        return database.TryExecuteAsync(async (connection, token) =>
        {
            foreach (var delete in Deletes)
            {
                while (await connection.ExecuteAsync(delete, [], token) >= BatchSize)
                {
                    // Another batch may be left.
                }
            }
        }, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // With jitter, so that replicas do not sweep in step.
            await Task.Delay(timing.SweepInterval * (0.75 + (Random.Shared.NextDouble() / 2)), clock, stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Broken(logger, DbErrors.NameOf(error));
            }
        }
    }

    private static string Delete(string table, string condition) =>
        $"""
        delete from spaces_portal.{table}
        where ctid = any(array(select ctid from spaces_portal.{table} where {condition} limit {BatchSize} for update skip locked))
        """;

    [LoggerMessage(2507, LogLevel.Error, "Deleting expired rows failed with {Cause}, which is a bug in the portal; it will be retried.")]
    private static partial void Broken(ILogger logger, string cause);
}
