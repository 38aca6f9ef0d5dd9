namespace AvayaCloud.Spaces;

/// <summary>Messages of ours that are under way, by the mark that comes back with them.</summary>
internal sealed class PendingSends
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<SpacesOutcome<Message>>> _underWay = new(StringComparer.Ordinal);
    private TaskCompletionSource? _pause;
    private TaskCompletionSource? _idle;

    /// <summary>Waits while there is a pause.</summary>
    public async Task<(string Mark, Task<SpacesOutcome<Message>> Outcome)> BeginAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task pause;
            lock (_gate)
            {
                if (_pause is null)
                {
                    var (mark, outcome) = (Guid.NewGuid().ToString("n"), New<SpacesOutcome<Message>>());
                    _underWay[mark] = outcome;
                    return (mark, outcome.Task);
                }

                pause = _pause.Task;
            }

            await pause.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Lets none begin any more; ends when none is under way.</summary>
    public Task PauseAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _pause ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            TellIfIdle();
            return _idle.Task.WaitAsync(cancellationToken);
        }
    }

    public void Resume()
    {
        lock (_gate)
        {
            _pause?.TrySetResult();
            _pause = null;
        }
    }

    public void Sent(string? mark, Message message) => End(mark, new SpacesOutcome<Message>.Ok(message));

    public void Failed(JsonElement echo) => End(
        echo.Text(LiveJson.Loopback),
        echo.Text("category") == "app.event.channel.subscription.required"
            ? new SpacesOutcome<Message>.Forbidden("The space is not listened to.")
            : new SpacesOutcome<Message>.Rejected(400, "The message was not taken."));

    /// <summary>The connection is lost: whether they arrived is not known.</summary>
    public void Abandon()
    {
        string[] marks;
        lock (_gate)
            marks = [.. _underWay.Keys];
        foreach (var mark in marks)
            End(mark, new SpacesOutcome<Message>.Unavailable("The connection broke before an answer came; the message may have arrived."));
    }

    public void Forget(string mark) => End(mark, new SpacesOutcome<Message>.Unavailable("No answer in time."));

    private void End(string? mark, SpacesOutcome<Message> outcome)
    {
        lock (_gate)
        {
            if (mark is null || !_underWay.Remove(mark, out var waiting))
                return;
            waiting.TrySetResult(outcome);
            TellIfIdle();
        }
    }

    private void TellIfIdle()
    {
        if (_underWay.Count == 0)
            _idle?.TrySetResult();
    }

    private static TaskCompletionSource<T> New<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
