namespace SpacesPortal.Sessions;

/// <summary>How a session stands, without anything secret. In seconds from now, because the browser's clock is its own.</summary>
/// <param name="EndsIn">Until it ends if nothing more happens.</param>
/// <param name="EndsForGoodIn">Until it ends whatever happens.</param>
/// <param name="Generation">Of its tokens.</param>
/// <param name="RetryAfter">Until Avaya Cloud is asked again; null when all is well.</param>
internal sealed record SessionStatus(int EndsIn, int EndsForGoodIn, int Generation, int? RetryAfter)
{
    public static SessionStatus Of(SessionSummary session, SessionMonitor monitor, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new SessionStatus(
            Seconds(session.EndsAt - now),
            Seconds(session.EndsForGoodAt - now),
            session.Generation,
            monitor.GetRetryAt(session.Id) is { } retryAt ? Math.Max(1, Seconds(retryAt - now)) : null);
    }

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);
}
