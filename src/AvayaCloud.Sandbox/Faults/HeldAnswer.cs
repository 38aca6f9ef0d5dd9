namespace AvayaCloud.Sandbox;

/// <summary>
/// Calls that wait until a test lets them go: <see cref="SandboxFaults.Hold"/> when they have taken effect,
/// <see cref="SandboxFaults.HoldBefore"/> when they have not, and never will where the caller has gone away by then.
/// </summary>
public sealed class HeldAnswer
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal HeldAnswer()
    {
    }

    /// <summary>Ends when the first of them has come and waits.</summary>
    public Task Arrived => _arrived.Task;

    public void Release() => _released.TrySetResult();

    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        _arrived.TrySetResult();
        return _released.Task.WaitAsync(cancellationToken);
    }
}
