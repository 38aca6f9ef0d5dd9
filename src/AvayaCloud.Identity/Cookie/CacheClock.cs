namespace AvayaCloud.Identity;

/// <summary>The app's clock for the framework's memory cache.</summary>
internal sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
{
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
