namespace AvayaCloud.Identity;

/// <summary>
/// One person's stay, from sign-in to its end: what the cookie carries. Of the engine alone; others see its <see cref="SessionSummary"/>.
/// </summary>
/// <param name="Id">The session's id.</param>
/// <param name="User">Who is signed in.</param>
/// <param name="StartedAt">The sign-in; the absolute end counts from here.</param>
/// <param name="ActiveAt">The latest request by the person, to the minute; the idle end counts from here.</param>
/// <param name="Tokens">The generation that this browser knows.</param>
internal sealed record Session(SessionId Id, SignedInUser User, DateTimeOffset StartedAt, DateTimeOffset ActiveAt, TokenSet Tokens);
