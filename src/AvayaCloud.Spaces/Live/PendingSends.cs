namespace AvayaCloud.Spaces;

/// <summary>Messages that were sent and not yet confirmed, by the correlation id that the server returns with them.</summary>
internal sealed class PendingSends
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource<SpacesOutcome<Message>>> _pending = new(StringComparer.Ordinal);
    private TaskCompletionSource? _pause;
    private TaskCompletionSource? _idle;

    /// <summary>Waits as long as sending is paused.</summary>
    public async Task<(string CorrelationId, Task<SpacesOutcome<Message>> Outcome)> BeginAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task pause;
            lock (_lock)
            {
                if (_pause is null)
                {
                    var correlationId = Guid.NewGuid().ToString("n");
                    var outcome = new TaskCompletionSource<SpacesOutcome<Message>>(TaskCreationOptions.RunContinuationsAsynchronously);
                    _pending[correlationId] = outcome;
                    return (correlationId, outcome.Task);
                }

                pause = _pause.Task;
            }

            await pause.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Lets no new send begin, and completes when none is pending.</summary>
    public Task PauseAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _pause ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            CompleteIfIdle();
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }

    public void Resume()
    {
        lock (_lock)
        {
            _pause?.TrySetResult();
            _pause = null;
        }
    }

    public void Complete(string? correlationId, Message message) => Finish(correlationId, new SpacesOutcome<Message>.Ok(message));

    public void Reject(JsonElement echo) => Finish(
        echo.GetText(LiveJson.Loopback),
        echo.GetText("category") == "app.event.channel.subscription.required"
            ? new SpacesError(SpacesErrorKind.Forbidden, Message: "The space is not subscribed to.")
            : SpacesError.Rejected(400, "The message was rejected."));

    /// <summary>The connection is lost. Whether the messages arrived is unknown.</summary>
    public void FailAll()
    {
        var outcome = SpacesError.Unavailable("The connection broke before the response; the message may have been sent.");
        lock (_lock)
        {
            foreach (var correlationId in _pending.Keys.ToList())
                Finish(correlationId, outcome);
        }
    }

    public void Expire(string correlationId) => Finish(correlationId, SpacesError.Unavailable("No answer in time."));

    private void Finish(string? correlationId, SpacesOutcome<Message> outcome)
    {
        lock (_lock)
        {
            if (correlationId is null || !_pending.Remove(correlationId, out var completion))
                return;
            completion.TrySetResult(outcome);
            CompleteIfIdle();
        }
    }

    private void CompleteIfIdle()
    {
        if (_pending.Count == 0)
            _idle?.TrySetResult();
    }
}
