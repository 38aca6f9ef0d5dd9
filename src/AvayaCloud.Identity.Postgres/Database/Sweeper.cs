using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity.Postgres;

/// <summary>
/// Deletes now and then what is past its time by the server's clock, a bounded number at once. Replicas do not wait for each other over it.
/// </summary>
internal sealed partial class Sweeper(
    PortalDatabase database, EndedSessions board, PostgresTiming pace, TimeProvider clock, ILogger<Sweeper> logger) : BackgroundService
{
    private const int AtOnce = 1000;

    private static readonly string[] PastTheirTime =
    [
        Delete("tokens", "forget_at <= clock_timestamp() or session in (select session from spaces_portal.ends)"),
        Delete("notes", "ends_at <= clock_timestamp() or session in (select session from spaces_portal.ends)"),
        // Last: what an end keeps out goes first.
        Delete("ends", "until <= clock_timestamp()"),
    ];

    /// <summary>One round.</summary>
    public Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        board.Sweep();
        return database.TryAsync(async (connection, token) =>
        {
            foreach (var delete in PastTheirTime)
            {
                while (true)
                {
                    await using var command = connection.Command(delete);
                    if (await command.ExecuteNonQueryAsync(token) < AtOnce)
                        break;
                }
            }
        }, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Spread, so that replicas do not sweep in step.
            await Task.Delay(pace.SweepEvery * (0.75 + (Random.Shared.NextDouble() / 2)), clock, stoppingToken);
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception unforeseen) when (!stoppingToken.IsCancellationRequested)
            {
                Broken(logger, Trouble.NameOf(unforeseen));
            }
        }
    }

    private static string Delete(string table, string condition) =>
        $"""
        delete from spaces_portal.{table}
        where ctid = any(array(select ctid from spaces_portal.{table} where {condition} limit {AtOnce} for update skip locked))
        """;

    [LoggerMessage(2507, LogLevel.Error, "Sweeping PostgreSQL ended in {Cause}, which is a bug of the portal; tried again.")]
    private static partial void Broken(ILogger logger, string cause);
}
