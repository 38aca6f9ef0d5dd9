using Microsoft.Extensions.Hosting;

namespace AvayaCloud.Identity.Postgres;

/// <summary>Hears what the other replicas do, over one connection of its own, and makes up for what was said while it was down.</summary>
internal sealed partial class SignalListener(
    PortalDatabase database, EndedSessions board, DatabaseAvailability availability, Outbox outbox, LockRegistry held,
    PostgresTiming pace, TimeProvider clock, ILogger<SignalListener> logger)
    : BackgroundService
{
    private const string Ends =
        $"select session, until - clock_timestamp(), {Reason.Column} from spaces_portal.ends where until > clock_timestamp()";

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
            catch (Exception trouble)
            {
                failures = availability.IsListening ? 1 : failures + 1;
                Fail(trouble);
            }

            await Task.Delay(pace.PauseAfter(failures), clock, stoppingToken);
        }
    }

    private async Task ListenAsync(bool isAfterLoss, CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenForSignalsAsync(stoppingToken);
        connection.Notification += (_, notification) => board.Hear(notification.Payload);
        await connection.RunAsync($"listen {Signal.Channel}", [], stoppingToken);
        await CatchUpAsync(connection, stoppingToken);
        if (isAfterLoss)
        {
            availability.Reached();
            await held.ReclaimAsync(stoppingToken);
        }

        availability.Listens(isAfterLoss);
        outbox.Wake();
        Listening(logger);
        while (true)
            await connection.WaitAsync(stoppingToken);
    }

    // After LISTEN, so that no end falls between the two.
    private async Task CatchUpAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        await using var ends = connection.Command(Ends);
        await using var reader = await ends.ExecuteReaderAsync(stoppingToken);
        while (await reader.ReadAsync(stoppingToken))
        {
            if (SessionId.TryParse(reader.GetString(0), out var id))
            {
                var why = Reason.Read(reader.GetString(2)) ?? SessionEndReason.ByPerson;
                board.Learn(id, new End(why, clock.GetUtcNow() + reader.GetFieldValue<TimeSpan>(1)));
            }
        }
    }

    private void Fail(Exception trouble)
    {
        if (!Trouble.Is(trouble))
            Broken(logger, trouble.GetType().Name);
        availability.ListensNoMore();
        database.Failed(trouble);
    }

    [LoggerMessage(2503, LogLevel.Information, "Signals of other replicas are heard.")]
    private static partial void Listening(ILogger logger);

    [LoggerMessage(2504, LogLevel.Error, "Hearing signals ended in {Exception}, which is a bug of the portal; tried again.")]
    private static partial void Broken(ILogger logger, string exception);
}
