namespace SpacesPortal.Conventions;

/// <summary>What breaks a rule today and is known. Lines go from here, none come: a new violation is mended, not listed.</summary>
internal static class Debts
{
    private static readonly string[] Known =
    [
        "tests/SpacesPortal.Tests/Spaces/SpaceDirectoryTests.cs",
    ];

    public static IEnumerable<string> ExceptKnown(this IEnumerable<string> violations) => violations.Except(Known);
}
