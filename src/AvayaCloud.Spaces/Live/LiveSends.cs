using System.Collections.Concurrent;
using System.Text.Json;

namespace AvayaCloud.Spaces;

/// <summary>Messages of ours that are under way, by the mark that comes back with them.</summary>
internal sealed class LiveSends
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<SpacesOutcome<Message>>> _underWay = new(StringComparer.Ordinal);

    public (string Mark, Task<SpacesOutcome<Message>> Outcome) Begin()
    {
        var mark = Guid.NewGuid().ToString("n");
        var outcome = new TaskCompletionSource<SpacesOutcome<Message>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _underWay[mark] = outcome;
        return (mark, outcome.Task);
    }

    public void Sent(string? mark, Message message) => End(mark, new SpacesOutcome<Message>.Ok(message));

    public void Failed(JsonElement echo) => End(
        echo.Text(LiveReader.Loopback),
        echo.Text("category") == "app.event.channel.subscription.required"
            ? new SpacesOutcome<Message>.Forbidden("The space is not listened to.")
            : new SpacesOutcome<Message>.Rejected(400, "The message was not taken."));

    /// <summary>The connection is lost: whether they arrived is not known.</summary>
    public void Abandon()
    {
        foreach (var mark in _underWay.Keys)
            End(mark, new SpacesOutcome<Message>.Unavailable("The connection broke before an answer came; the message may have arrived."));
    }

    public void Forget(string mark) => _underWay.TryRemove(mark, out _);

    private void End(string? mark, SpacesOutcome<Message> outcome)
    {
        if (mark is not null && _underWay.TryRemove(mark, out var waiting))
            waiting.TrySetResult(outcome);
    }
}
