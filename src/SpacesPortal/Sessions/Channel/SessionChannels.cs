using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SpacesPortal.Sessions;

/// <summary>The open pages of this replica by session, and the connections to cut when a session ends.</summary>
internal sealed class SessionChannels(TimeProvider clock) : IBrowserRefresh, ISessionEndObserver
{
    // Notified pages navigate away before their connection is cut. A circuit can no longer get tokens meanwhile.
    private static readonly TimeSpan CutDelay = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SessionId, ImmutableList<object>> _attached = new();

    /// <summary>Until disposed, the page receives the session's messages.</summary>
    public IDisposable Attach(SessionId id, SessionChannel channel) => Attach(id, (object)channel);

    /// <summary>Until disposed, <paramref name="cut"/> is called when the session ends.</summary>
    public IDisposable Attach(SessionId id, Action cut) => Attach(id, (object)cut);

    public bool RequestRefresh(SessionId id, int spent)
    {
        // One page is enough, because all share the cookie. The newest is the least likely to be suspended.
        if (Get<SessionChannel>(id).LastOrDefault() is not { } channel)
            return false;
        channel.Send(ChannelMessage.Refresh(spent));
        return true;
    }

    public void OnEnded(SessionId id, SessionEndReason reason)
    {
        if (!_attached.ContainsKey(id))
            return;
        SendLast(id, ChannelMessage.Of(reason));
        _ = CutLaterAsync(id);
    }

    /// <summary>Sends a last message to every page.</summary>
    public void SendLast(ChannelMessage message)
    {
        foreach (var id in _attached.Keys)
            SendLast(id, message);
    }

    private void SendLast(SessionId id, ChannelMessage message)
    {
        foreach (var channel in Get<SessionChannel>(id))
        {
            channel.Send(message);
            channel.Complete();
        }
    }

    private async Task CutLaterAsync(SessionId id)
    {
        await Task.Delay(CutDelay, clock, CancellationToken.None);
        foreach (var cut in Get<Action>(id))
            cut();
    }

    private IEnumerable<T> Get<T>(SessionId id) => _attached.TryGetValue(id, out var attached) ? attached.OfType<T>() : [];

    private Attachment Attach(SessionId id, object item)
    {
        _attached.AddOrUpdate(id, [item], (_, attached) => attached.Add(item));
        return new Attachment(() => Detach(id, item));
    }

    private void Detach(SessionId id, object item)
    {
        var isDetached = false;
        while (!isDetached && _attached.TryGetValue(id, out var attached))
        {
            // Both fail, and are repeated, when another thread has changed the list meanwhile.
            var rest = attached.Remove(item);
            isDetached = rest.IsEmpty
                ? _attached.TryRemove(KeyValuePair.Create(id, attached))
                : _attached.TryUpdate(id, rest, attached);
        }
    }

    private sealed class Attachment(Action detach) : IDisposable
    {
        public void Dispose() => detach();
    }
}
