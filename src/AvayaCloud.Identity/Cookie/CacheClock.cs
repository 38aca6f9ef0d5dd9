using Microsoft.Extensions.Internal;

namespace AvayaCloud.Identity;

/// <summary>The app's clock for the framework's memory cache.</summary>
internal sealed class CacheClock(TimeProvider clock) : ISystemClock
{
    public DateTimeOffset UtcNow => clock.GetUtcNow();
}
