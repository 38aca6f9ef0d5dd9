namespace AvayaCloud.Identity.Postgres.Tests.Infrastructure;

/// <summary>Of a machine whose time is set wrong.</summary>
internal sealed class WrongClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
