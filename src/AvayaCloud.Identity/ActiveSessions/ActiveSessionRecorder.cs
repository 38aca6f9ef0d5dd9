namespace AvayaCloud.Identity;

/// <summary>Enters a request's session in the person's list.</summary>
internal sealed class ActiveSessionRecorder(IActiveSessionStore sessions, IOptions<SessionLifetime> lifetime)
{
    public void Record(Session session, HttpRequest request)
    {
        // Whose list it is shows when the profile is complete; until then all would share one.
        if (session.User.IsComplete)
        {
            sessions.Upsert(new ActiveSession(
                session.Id, session.User.UserId, BrowserName.Of(request.Headers.UserAgent), session.StartedAt, session.ActiveAt,
                lifetime.Value.EndOf(session.StartedAt, session.ActiveAt)));
        }
    }
}
