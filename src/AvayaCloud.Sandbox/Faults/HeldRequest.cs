namespace AvayaCloud.Sandbox;

/// <summary>Requests that wait until a test releases them: after they have taken effect (<see cref="SandboxFaults.HoldResponse"/>), or
/// before (<see cref="SandboxFaults.HoldRequest"/>).</summary>
public sealed class HeldRequest
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal HeldRequest()
    {
    }

    /// <summary>Completes when the first request has arrived and waits.</summary>
    public Task Arrived => _arrived.Task;

    public void Release() => _released.TrySetResult();

    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }
}
