namespace SpacesPortal.Components.Formatting;

/// <summary>Display texts for values of the API.</summary>
internal static class DisplayText
{
    public static string Kind(SpaceKind kind) => kind switch
    {
        SpaceKind.Group => "Group",
        SpaceKind.Direct => "Direct",
        SpaceKind.Personal => "Personal",
        _ => "Space",
    };

    public static string Title(SpaceSummary space) => string.IsNullOrWhiteSpace(space.Title) ? "Untitled space" : space.Title;

    public static string? Role(SpaceRole role) => role switch
    {
        SpaceRole.Admin => "Admin",
        SpaceRole.Member => "Member",
        SpaceRole.Guest => "Guest",
        _ => null,
    };

    public static string Language(string code)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
            return name.StartsWith("Unknown", StringComparison.Ordinal) ? code : name;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>“Work email” from a label or type such as <c>work</c>; just the noun without either.</summary>
    public static string Label(string noun, string? label, string? type)
    {
        var word = label ?? type;
        return word is null ? noun : $"{Sentence(word)} {noun.ToLowerInvariant()}";
    }

    public static string Relation(Relation relation) =>
        (relation.RelationType?.ToLowerInvariant(), relation.InitiatorType?.ToLowerInvariant()) switch
        {
            ("employee", "company") => "Employee of a company",
            ({ } type, { } of) => $"{Sentence(type)} of a {of}",
            ({ } type, null) => Sentence(type),
            _ => "Connected",
        };

    public static string Address(Address address) => address.Formatted ?? string.Join(", ", new[]
    {
        address.Street, address.PostalCode, address.Locality, address.Region, address.Country,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>“1 member”, “24 members”.</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Number(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));

    private static string Sentence(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
}
