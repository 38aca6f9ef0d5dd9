using System.Collections.Concurrent;

namespace SpacesPortal.Sessions;

/// <summary>The open pages of this replica by session, and whatever else is to be cut when a session ends.</summary>
internal sealed class SessionChannels(TimeProvider clock) : IBrowserRefresh, ISessionEndObserver
{
    // Pages that were told leave by themselves, and need not see their connection break. What a circuit could still ask for is dead
    // already.
    private static readonly TimeSpan BeforeCut = TimeSpan.FromSeconds(1);


    private readonly ConcurrentDictionary<SessionId, Attached> _sessions = new();

    /// <summary>Until disposed, the page hears of the session.</summary>
    public IDisposable Attach(SessionId id, SessionChannel channel) => Attach(id, attached => attached.Channels, channel);

    /// <summary>Until disposed, <paramref name="cut"/> is called when the session ends.</summary>
    public IDisposable Attach(SessionId id, Action cut) => Attach(id, attached => attached.Cuts, cut);

    public bool RequestRefresh(SessionId id, int spent)
    {
        // One page is enough: the cookie is the same in all. The newest one is the likeliest to be awake.
        if (!_sessions.TryGetValue(id, out var attached) || attached.Newest() is not { } channel)
            return false;
        channel.Say(ChannelMessage.Renew(spent));
        return true;
    }

    public void OnEnded(SessionId id, SessionEndReason why)
    {
        if (!_sessions.TryGetValue(id, out var attached))
            return;
        attached.Tell(ChannelMessage.Of(why));
        _ = CutLaterAsync(attached);
    }

    public void TellAll(ChannelMessage word)
    {
        foreach (var attached in _sessions.Values)
            attached.Tell(word);
    }

    private async Task CutLaterAsync(Attached attached)
    {
        await Task.Delay(BeforeCut, clock, CancellationToken.None);
        foreach (var cut in attached.All(it => it.Cuts))
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

        public SessionChannel? Newest()
        {
            lock (Gate)
                return Channels.LastOrDefault();
        }

        public IReadOnlyList<T> All<T>(Func<Attached, List<T>> list)
        {
            lock (Gate)
                return [.. list(this)];
        }

        public void Tell(ChannelMessage word)
        {
            foreach (var channel in All(it => it.Channels))
            {
                channel.Say(word);
                channel.Close();
            }
        }
    }

    private sealed class Detachment(Action detach) : IDisposable
    {
        public void Dispose() => detach();
    }
}
