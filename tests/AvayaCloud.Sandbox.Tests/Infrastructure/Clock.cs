namespace AvayaCloud.Sandbox.Tests.Infrastructure;

/// <summary>Stands still until told to move.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
