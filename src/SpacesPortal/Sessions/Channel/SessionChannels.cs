using System.Collections.Concurrent;

namespace SpacesPortal.Sessions;

/// <summary>The open pages of this replica by session, and the connections to cut when a session ends.</summary>
internal sealed class SessionChannels(TimeProvider clock) : IBrowserRefresh, ISessionEndObserver
{
    // Pages that were told leave without seeing their connection break. A circuit can no longer get tokens meanwhile.
    private static readonly TimeSpan CutDelay = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<SessionId, Attached> _sessions = new();

    /// <summary>Until disposed, the page receives the session's messages.</summary>
    public IDisposable Attach(SessionId id, SessionChannel channel) => Attach(id, attached => attached.Channels, channel);

    /// <summary>Until disposed, <paramref name="cut"/> is called when the session ends.</summary>
    public IDisposable Attach(SessionId id, Action cut) => Attach(id, attached => attached.Cuts, cut);

    public bool RequestRefresh(SessionId id, int spent)
    {
        // One page is enough, because all share the cookie. The newest is the least likely to be suspended.
        if (!_sessions.TryGetValue(id, out var attached) || attached.Snapshot(it => it.Channels) is not [.., var channel])
            return false;
        channel.Send(ChannelMessage.Renew(spent));
        return true;
    }

    public void OnEnded(SessionId id, SessionEndReason why)
    {
        if (!_sessions.TryGetValue(id, out var attached))
            return;
        attached.SendLast(ChannelMessage.Of(why));
        _ = CutLaterAsync(attached);
    }

    /// <summary>Sends a last message to every page.</summary>
    public void SendLast(ChannelMessage message)
    {
        foreach (var attached in _sessions.Values)
            attached.SendLast(message);
    }

    private async Task CutLaterAsync(Attached attached)
    {
        await Task.Delay(CutDelay, clock, CancellationToken.None);
        foreach (var cut in attached.Snapshot(it => it.Cuts))
            cut();
    }

    private Detachment Attach<T>(SessionId id, Func<Attached, List<T>> list, T item)
    {
        while (true)
        {
            var attached = _sessions.GetOrAdd(id, static _ => new Attached());
            lock (attached.Gate)
            {
                if (attached.IsRetired)
                    continue;
                list(attached).Add(item);
                return new Detachment(() => Detach(id, attached, list, item));
            }
        }
    }

    private void Detach<T>(SessionId id, Attached attached, Func<Attached, List<T>> list, T item)
    {
        lock (attached.Gate)
        {
            list(attached).Remove(item);
            attached.IsRetired = attached.Channels.Count == 0 && attached.Cuts.Count == 0 && _sessions.TryRemove(id, out _);
        }
    }

    private sealed class Attached
    {
        public Lock Gate { get; } = new();

        public List<SessionChannel> Channels { get; } = [];

        public List<Action> Cuts { get; } = [];

        public bool IsRetired { get; set; }

        public IReadOnlyList<T> Snapshot<T>(Func<Attached, List<T>> list)
        {
            lock (Gate)
                return [.. list(this)];
        }

        public void SendLast(ChannelMessage message)
        {
            foreach (var channel in Snapshot(it => it.Channels))
            {
                channel.Send(message);
                channel.Complete();
            }
        }
    }

    private sealed class Detachment(Action detach) : IDisposable
    {
        public void Dispose() => detach();
    }
}
