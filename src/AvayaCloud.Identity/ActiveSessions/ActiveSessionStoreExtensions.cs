namespace AvayaCloud.Identity;

/// <summary>The list of a session's own person.</summary>
public static class ActiveSessionStoreExtensions
{
    /// <summary>
    /// All sessions of the person whose session it is, the last active one first. Null when the store cannot be reached, and as long as
    /// nobody has said which user it is: somebody else's sessions are no answer.
    /// </summary>
    public static async Task<IReadOnlyList<ActiveSession>?> ListOfAsync(
        this IActiveSessionStore register, SessionSummary own, CancellationToken cancellationToken) =>
        own.User.IsComplete ? await register.ListAsync(own.User.UserId, cancellationToken) : null;
}
