namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>A page in one of its states, and how a test gets there.</summary>
/// <param name="Name">Its name in the test report.</param>
/// <param name="Address">At the portal.</param>
/// <param name="Role">Who is signed in; null for none.</param>
/// <param name="FailingCall">The call that Avaya Cloud fails meanwhile.</param>
public sealed record PageState(string Name, string Address, string? Role = null, string? FailingCall = null)
{
    /// <summary>Goes through the sandbox's login page and stops at its consent page.</summary>
    public bool AtConsent { get; init; }

    /// <summary>A group of the company: Ada is its admin, Max a member.</summary>
    private const string Hiring = "/spaces/09a949bb782590bc8f403756";

    public static readonly IReadOnlyList<PageState> All =
    [
        new("landing", "/"),
        .. new[] { "denied", "stale", "lost-cookie", "tampered", "provider-down", "provider-refused", "wrong-audience", "unheard-of" }
            .Select(cause => new PageState($"sign-in problem, {cause}", $"/signin-problem?cause={cause}&returnUrl=%2Fspaces")),
        new("session ended", "/session-ended?returnUrl=%2Fprofile"),
        new("session ended elsewhere", "/session-ended?returnUrl=%2Fprofile&reason=elsewhere"),
        new("signed out", "/signed-out"),
        new("signed out for idleness", "/signed-out?reason=timeout"),
        new("signed out without Avaya", "/signed-out?avaya=later"),
        new("sign out again", "/signout-again", "admin"),
        new("home", "/", "admin"),
        new("home of a new user", "/", "unnamed"),
        new("home with hostile texts", "/", "hostile"),
        new("profile", "/profile", "admin"),
        new("profile of a guest", "/profile", "guest"),
        new("profile of a new user", "/profile", "unnamed"),
        new("profile with hostile texts", "/profile", "hostile"),
        new("profile without Avaya", "/profile", "admin", "/api/users/me"),
        new("session", "/session", "admin"),
        new("session, another ended", "/session?done=ended", "member"),
        new("signed out everywhere", "/signed-out?reason=everywhere"),
        new("spaces", "/spaces", "admin"),
        new("spaces, filtered", "/spaces?q=a&type=group&pinned=true&sort=title", "admin"),
        new("spaces, nothing found", "/spaces?q=nothing-is-called-so", "admin"),
        new("spaces of a new user", "/spaces", "unnamed"),
        new("spaces with hostile texts", "/spaces", "hostile"),
        new("spaces without Avaya", "/spaces", "member", "/api/users/me/spaces"),
        new("space", Hiring, "admin"),
        new("space of a member", Hiring, "member"),
        new("space, messages without Avaya", Hiring, "admin", "api.spaces.{id}.messages"),
        new("space without Avaya", Hiring, "admin", "api.spaces.{id}"),
        new("space that is not open to the user", "/spaces/0123456789abcdef01234567", "admin"),
        new("posts", $"{Hiring}/posts", "admin"),
        new("tasks", $"{Hiring}/tasks", "admin"),
        new("members", $"{Hiring}/members", "admin"),
        new("members, nothing found", $"{Hiring}/members?q=nothing-is-called-so", "member"),
        new("meetings", $"{Hiring}/meetings", "admin"),
        new("about a space", $"{Hiring}/about", "admin"),
        new("not found", "/nowhere"),
        new("not found, signed in", "/nowhere", "admin"),
        new("error", "/error", "admin"),
        new("gallery", "/gallery"),
        new("gallery, signed in", "/gallery", "admin"),
        new("login", "/spaces"),
        new("consent", "/spaces") { AtConsent = true },
    ];
}
