using System.Text.RegularExpressions;

namespace SpacesPortal.ConventionTests;

/// <summary>docs/architecture.md leads a reader to files: all of them exist, and its lists stay short enough to be read.</summary>
public sealed partial class DocsTests
{
    private const int MostWords = 12;
    private const int MostSteps = 12;
    private const int MostFilesOfOneToken = 45;
    private const int LongestLine = 140;

    private static readonly string Text = TrackedFiles.Read("docs/architecture.md");

    [Fact]
    public void Every_file_that_is_named_exists()
    {
        var names = TrackedFiles.All.Select(file => file.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);

        Assert.All(FileName().Matches(Text), match => Assert.Contains(match.Value.Split('/')[^1], names));
    }

    [Fact]
    public void A_line_has_at_most_140_characters_outside_of_tables() =>
        Assert.DoesNotContain(Text.Split('\n'), line => line.Length > LongestLine && !line.StartsWith('|'));

    [Fact]
    public void The_glossary_has_at_most_12_words() =>
        Assert.InRange(Section("Glossary").Count(line => line.StartsWith("| **", StringComparison.Ordinal)), 5, MostWords);

    [Fact]
    public void Seven_files_are_to_be_read_first() => Assert.Equal(7, Section("Read these seven files first").Count(IsStep));

    [Theory]
    [InlineData("An ordinary request")]
    [InlineData("A refresh")]
    [InlineData("A sign-out")]
    public void Each_walk_has_at_most_12_steps(string walk) => Assert.InRange(Section(walk).Count(IsStep), 5, MostSteps);

    [Fact]
    public void One_access_token_passes_at_most_45_files()
    {
        string[] walks = ["The sign-in: from the token response to the cookie", "An ordinary request", "A refresh", "A sign-out"];
        var files = walks.SelectMany(Section).SelectMany(line => FileName().Matches(line)).Select(match => match.Value.Split('/')[^1]);

        Assert.InRange(files.Distinct(StringComparer.Ordinal).Count(), 20, MostFilesOfOneToken);
    }

    private static List<string> Section(string title) =>
        [
            .. Text.Split('\n')
                .SkipWhile(line => line.TrimStart('#').Trim() != title || !line.StartsWith('#'))
                .Skip(1)
                .TakeWhile(line => !line.StartsWith('#')),
        ];

    private static bool IsStep(string line) => Step().IsMatch(line);

    [GeneratedRegex(@"^\d+\. ", RegexOptions.None, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"(?<=`)[\w./-]+\.(cs|razor|js|css|csproj)(?=`)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
