namespace AvayaCloud.Identity;

/// <summary>A session as a request may use it.</summary>
/// <param name="Session">With its newest tokens, and the user as far as known.</param>
/// <param name="TokensForCookie">What the renewed cookie carries; null when the browser's cookie is good as it is.</param>
/// <param name="IsNews">Whether the list of sessions should hear of it: first seen here, active again, or its user complete by now.</param>
internal sealed record ValidatedSession(Session Session, TokenSet? TokensForCookie, bool IsNews);
