namespace AvayaCloud.Sandbox.State;

/// <summary>
/// One lock for all of the state, and the changes in the order in which they were made under it. A subscriber is called while
/// the lock is held: it may read the state, but only notes what it has heard (a channel) and never waits.
/// </summary>
internal sealed class StateFeed
{
    private readonly List<Action<StateChange>> _subscribers = [];

    public Lock Gate { get; } = new();

    public IDisposable Subscribe(Action<StateChange> subscriber)
    {
        lock (Gate)
            _subscribers.Add(subscriber);
        return new Subscription(this, subscriber);
    }

    /// <summary>Called with the lock held.</summary>
    public void Publish(StateChange change)
    {
        foreach (var subscriber in _subscribers.ToArray())
            subscriber(change);
    }

    private sealed class Subscription(StateFeed feed, Action<StateChange> subscriber) : IDisposable
    {
        public void Dispose()
        {
            lock (feed.Gate)
                feed._subscribers.Remove(subscriber);
        }
    }
}
