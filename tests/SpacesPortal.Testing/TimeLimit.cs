using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace SpacesPortal.Testing;

/// <summary>
/// Ends a test that hangs, so that a run fails with the name of the test instead of never ending: its token is cancelled after a while,
/// and when that does not help the whole process ends.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class TimeLimitAttribute : BeforeAfterTestAttribute
{
    private const int ExitCode = 3;

    /// <summary>Several times what the longest test takes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Timer> _timers = new(StringComparer.Ordinal);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        var isCancelled = false;
        _timers[test.UniqueID] = new Timer(_ => Stop(), state: null, Limit, Grace);

        void Stop()
        {
            Console.Error.WriteLine($"Still running after {Limit.TotalMinutes} minutes: {test.TestDisplayName}");
            if (isCancelled)
                Environment.Exit(ExitCode);
            isCancelled = true;
            context.CancelCurrentTest();
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_timers.TryRemove(test.UniqueID, out var timer))
            timer.Dispose();
    }
}
