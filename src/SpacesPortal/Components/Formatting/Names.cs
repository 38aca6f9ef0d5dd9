using System.Security.Claims;

namespace SpacesPortal.Components.Formatting;

/// <summary>The display name of a user, or the email address if there is none.</summary>
internal static class Names
{
    public static string Of(User user) =>
        FirstGiven(
            user.DisplayName, user.Name?.Formatted, Joined(user.Name),
            user.Profile?.DisplayName, Joined(user.Profile?.Name), PrimaryEmail(user))
        ?? "Unnamed user";

    public static string Of(Sender? sender) => FirstGiven(sender?.DisplayName, sender?.Username) ?? "Unnamed user";

    public static string Of(MeetingAttendee attendee) => FirstGiven(attendee.DisplayName, attendee.Username) ?? "Unnamed user";

    public static string Of(Member member) => FirstGiven(member.DisplayName, member.Username) ?? "Unnamed user";

    public static string Of(ClaimsPrincipal user) =>
        FirstGiven(user.FindFirst(SessionClaims.Name)?.Value, user.FindFirst(SessionClaims.Email)?.Value) ?? "Your account";

    public static string? PrimaryEmail(User user)
    {
        var primary = user.Emails.FirstOrDefault(email => email.IsPrimary)?.Value;
        return FirstGiven(primary, user.Username, user.Emails is [var first, ..] ? first.Value : null);
    }

    /// <summary>The name for a greeting; null instead of an email address.</summary>
    public static string? Greeted(ClaimsPrincipal user) =>
        FirstGiven(user.FindFirst(SessionClaims.Name)?.Value) is { } name && !name.Contains('@', StringComparison.Ordinal) ? name : null;

    private static string? Joined(PersonName? name) =>
        name is null ? null : string.Join(' ', new[] { name.Given, name.Family }.OfType<string>());

    private static string? FirstGiven(params IEnumerable<string?> candidates) =>
        candidates.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
