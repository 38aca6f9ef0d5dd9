using System.Security.Claims;

namespace SpacesPortal.Components.Formatting;

/// <summary>What to call a person. Some have no name, and then their address has to do.</summary>
internal static class Names
{
    public static string Of(User user) =>
        FirstGiven(
            user.DisplayName, user.Name?.Formatted, Joined(user.Name),
            user.Profile?.DisplayName, Joined(user.Profile?.Name), PrimaryEmail(user))
        ?? "Somebody without a name";

    public static string Of(ClaimsPrincipal person) =>
        FirstGiven(person.FindFirst("name")?.Value, person.FindFirst("email")?.Value) ?? "Your account";

    public static string? PrimaryEmail(User user)
    {
        var primary = user.Emails.FirstOrDefault(email => email.IsPrimary)?.Value;
        return FirstGiven(primary, user.Username, user.Emails is [var first, ..] ? first.Value : null);
    }

    /// <summary>For a greeting: nobody is greeted by an address.</summary>
    public static string? Greeted(ClaimsPrincipal person) =>
        person.FindFirst("name")?.Value is { } name && !string.IsNullOrWhiteSpace(name) && !name.Contains('@', StringComparison.Ordinal)
            ? name
            : null;

    private static string? Joined(PersonName? name) =>
        name is null ? null : string.Join(' ', new[] { name.Given, name.Family }.OfType<string>());

    private static string? FirstGiven(params IEnumerable<string?> candidates) =>
        candidates.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}
