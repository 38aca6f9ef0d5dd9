using System.Text.RegularExpressions;

namespace SpacesPortal.ConventionTests;

/// <summary>What may stand in a file under version control.</summary>
public sealed partial class FileTests
{
    private const int LongestFile = 200;
    private const int LongestTestFile = 220;
    private const int LongestLine = 140;

    private static readonly string[] Binary = [".png", ".ico", ".woff2", ".jpg"];

    [Fact]
    public void The_repository_is_found() => Assert.Contains("SpacesPortal.sln", TrackedFiles.All);

    [Fact]
    public void A_source_file_has_at_most_200_lines_and_a_test_file_220() =>
        Assert.Empty(Sources().Where(file => TrackedFiles.Read(file).AsSpan().Count('\n') > MostLines(file)).ToList());

    [Fact]
    public void A_line_has_at_most_140_characters() =>
        Assert.Empty(
            from file in Sources().Concat(TrackedFiles.All.Where(file => Path.GetExtension(file) is ".css" or ".sh" or ".csproj"))
            from line in TrackedFiles.Read(file).Split('\n').Index()
            where line.Item.TrimEnd('\r').Length > LongestLine && !(IsTest(file) && LongText().IsMatch(line.Item))
            select $"{file}:{line.Index + 1}");

    [Fact]
    public void No_file_names_a_folder_of_one_machine() => Assert.Empty(FilesWith(MachinePath()));

    [Fact]
    public void No_file_holds_a_private_key() => Assert.Empty(FilesWith(PrivateKey()));

    [Fact]
    public void No_file_names_a_package_registry_other_than_the_public_ones() =>
        Assert.Empty(
            FilesWith(Registry()).Concat(TrackedFiles.All.Where(file => file.EndsWith(".npmrc", StringComparison.OrdinalIgnoreCase))));

    private static IEnumerable<string> FilesWith(Regex pattern) =>
        from file in TrackedFiles.All
        where !Binary.Any(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        let match = pattern.Match(TrackedFiles.Read(file))
        where match.Success
        select $"{file}: {match.Value}";

    [GeneratedRegex(@"(?<![\w.~}*)-])/(home|Users|root|work|tmp/wt)/\w+|[A-Z]:\\\\?Users\\", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE" + " KEY-----|\"private_key\"\\s*:\\s*\"-", RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();

    // Lock files name where each package came from; a private host would be asked on every other machine, too.
    [GeneratedRegex(
        @"https?://(?!registry\.npmjs\.org|api\.nuget\.org|www\.nuget\.org)[\w.:-]*(nexus|artifactory|registry|npm-|nuget|proxy)[\w.:-]*/",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Registry();

    // Test data stays on one line: JSON, SQL, addresses, scripts.
    [GeneratedRegex("""["'`].{60,}["'`]""", RegexOptions.NonBacktracking)]
    private static partial Regex LongText();

    private static int MostLines(string file) => IsTest(file) ? LongestTestFile : LongestFile;

    private static bool IsTest(string file) => file.StartsWith("tests/", StringComparison.Ordinal);

    private static IEnumerable<string> Sources() => TrackedFiles.All.Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".js");
}
