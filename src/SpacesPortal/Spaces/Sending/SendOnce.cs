namespace SpacesPortal.Spaces;

/// <summary>Sends a message once, however often its form is submitted and whatever becomes of the response.</summary>
/// <remarks>A form that is submitted twice joins the send that is under way, or gets its result. After a lost response, the message is
/// looked for among those that are newer than the form before anything is sent again. That also holds on another replica, because the
/// form itself says that it is a retry.</remarks>
internal sealed class SendOnce(TimeProvider clock)
{
    private const int MaxSends = 10_000;

    private static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(SessionId, string), Send> _sends = [];

    /// <param name="attempt">The form.</param>
    /// <param name="send">Sends the message.</param>
    /// <param name="find">Looks for it; not found is an outcome with null.</param>
    /// <param name="cancellationToken">Ends the wait, but not the send.</param>
    public Task<SpacesOutcome<Message>> SendAsync(
        SendAttempt attempt, Func<Task<SpacesOutcome<Message>>> send, Func<Task<SpacesOutcome<Message?>>> find,
        CancellationToken cancellationToken = default) => StartAsync(attempt, send, find).WaitAsync(cancellationToken);

    private Task<SpacesOutcome<Message>> StartAsync(
        SendAttempt attempt, Func<Task<SpacesOutcome<Message>>> send, Func<Task<SpacesOutcome<Message?>>> find)
    {
        lock (_lock)
        {
            RemoveOld();
            var key = (attempt.Session, attempt.Key);
            // A result that was no success may be tried again.
            if (_sends.TryGetValue(key, out var known) && known.Result is { IsCompleted: false } or { Result: SpacesOutcome<Message>.Ok })
                return known.Result;
            var result = RunAsync(attempt, send, find);
            _sends[key] = new Send(clock.GetUtcNow(), result);
            return result;
        }
    }

    private static async Task<SpacesOutcome<Message>> RunAsync(
        SendAttempt attempt, Func<Task<SpacesOutcome<Message>>> send, Func<Task<SpacesOutcome<Message?>>> find)
    {
        // Off the caller's stack: it holds the lock.
        await Task.Yield();
        if (attempt.IsRetry)
        {
            var earlier = await find();
            if (earlier is SpacesOutcome<Message?>.Ok({ } message))
                return new SpacesOutcome<Message>.Ok(message);
            // Whether it was sent is still not known, so it is not sent again.
            if (earlier.Error is { } error)
                return error;
        }

        var outcome = await send();
        if (outcome.Error is not { Kind: SpacesErrorKind.Unavailable or SpacesErrorKind.InvalidResponse })
            return outcome;
        return await find() is SpacesOutcome<Message?>.Ok({ } arrived) ? new SpacesOutcome<Message>.Ok(arrived) : outcome;
    }

    private void RemoveOld()
    {
        var oldest = clock.GetUtcNow() - KeepFor;
        if (_sends.Count == 0 || (_sends.Count < MaxSends && _sends.First().Value.StartedAt > oldest))
            return;
        foreach (var (key, send) in _sends.ToList())
        {
            if (send.StartedAt <= oldest || _sends.Count >= MaxSends)
                _sends.Remove(key);
        }
    }

    private sealed record Send(DateTimeOffset StartedAt, Task<SpacesOutcome<Message>> Result);
}

/// <summary>One submission of a form.</summary>
/// <param name="Session">Whose form it is.</param>
/// <param name="Key">Given to the form when it was rendered.</param>
/// <param name="IsRetry">An earlier submission got no answer.</param>
internal sealed record SendAttempt(SessionId Session, string Key, bool IsRetry);
