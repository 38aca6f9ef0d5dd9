namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>The clock of a machine whose time is wrong.</summary>
internal sealed class SkewedClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
