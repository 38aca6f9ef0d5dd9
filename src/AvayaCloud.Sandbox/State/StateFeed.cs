namespace AvayaCloud.Sandbox.State;

/// <summary>Passes changes on in their order. A subscriber is called with the lock of the state held, so it must not wait.</summary>
internal sealed class StateFeed
{
    private Action<StateChange> _subscribers = _ => { };

    public void Subscribe(Action<StateChange> subscriber) => _subscribers += subscriber;

    public void Publish(StateChange change) => _subscribers(change);
}
