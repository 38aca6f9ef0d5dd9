namespace SpacesPortal.Components.Formatting;

/// <summary>Display texts for granted scopes. Scopes do not limit what the API allows (wire 2.9), as the text for spaces states.</summary>
internal static class Scopes
{
    private static readonly ScopeText Everything = new(IconName.Spaces, "Act as you in Avaya Spaces, with just your own rights.");

    public static IReadOnlyList<ScopeText> Describe(IReadOnlyList<string> scopes) =>
        scopes.Count == 0 ? [Everything] : [.. scopes.Select(Of)];

    private static ScopeText Of(string scope) => scope switch
    {
        "email" => new(IconName.Mail, "See your email address."),
        "profile" => new(IconName.Person, "See your profile: name, picture, phone numbers, languages, licences."),
        "spaces" => Everything,
        var other => new(IconName.Key, $"Something that Avaya calls “{other}”."),
    };
}

internal sealed record ScopeText(IconName Icon, string Text);
