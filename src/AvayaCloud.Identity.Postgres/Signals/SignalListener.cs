using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Listens for the signals of the other replicas on its own connection, and catches up on those sent while it was down.</summary>
internal sealed partial class SignalListener(
    PortalDatabase database, EndedSessions ended, DatabaseAvailability availability, Outbox outbox, PostgresSessionStore store,
    PostgresTiming timing, TimeProvider clock, ILogger<SignalListener> logger)
    : BackgroundService
{
    private const string CurrentEnds =
        $"select session, until - clock_timestamp(), {EndReasonCode.Column} from spaces_portal.ends where until > clock_timestamp()";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(failures > 0, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                failures = availability.IsListening ? 1 : failures + 1;
                if (!DbErrors.IsDatabaseError(error))
                    Broken(logger, error.GetType().Name);
                availability.StoppedListening();
                database.Failed(error);
            }

            await Task.Delay(timing.PauseAfter(failures), clock, stoppingToken);
        }
    }

    private async Task ListenAsync(bool isAfterLoss, CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenForSignalsAsync(stoppingToken);
        connection.Notification += (_, notification) => ended.Receive(notification.Payload);
        await connection.ExecuteAsync($"listen {Signal.Channel}", [], stoppingToken);
        await CatchUpAsync(connection, stoppingToken);
        if (isAfterLoss)
        {
            availability.Succeeded();
            await store.ReclaimLocksAsync(stoppingToken);
        }

        availability.StartedListening(isAfterLoss);
        outbox.Wake();
        Listening(logger);
        while (true)
            await connection.WaitAsync(stoppingToken);
    }

    // Runs after LISTEN, so that no end is missed between the two.
    private async Task CatchUpAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        await using var command = connection.CreateCommand(CurrentEnds);
        await using var reader = await command.ExecuteReaderAsync(stoppingToken);
        while (await reader.ReadAsync(stoppingToken))
        {
            var reason = EndReasonCode.Parse(reader.GetString(2)) ?? SessionEndReason.ByUser;
            if (SessionId.TryParse(reader.GetString(0), out var id))
                ended.AddFromReplica(id, reason, reader.GetFieldValue<TimeSpan>(1));
        }
    }

    [LoggerMessage(2503, LogLevel.Information, "Receiving the signals of the other replicas.")]
    private static partial void Listening(ILogger logger);

    [LoggerMessage(2504, LogLevel.Error, "Listening for signals failed with {Exception}, a bug in the portal; it will be retried.")]
    private static partial void Broken(ILogger logger, string exception);
}
