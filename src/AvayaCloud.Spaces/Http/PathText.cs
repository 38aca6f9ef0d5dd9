namespace AvayaCloud.Spaces;

/// <summary>A path as a log may have it: without what might be a token or somebody's address. Ids are 24 characters [wire 4.0].</summary>
internal static class PathText
{
    private const int LongestWord = 24;

    public static string? Of(Uri? address) => address is null ? null : string.Join('/', address.AbsolutePath.Split('/').Select(Word));

    private static string Word(string word) =>
        word.Length > LongestWord || word.Contains('@', StringComparison.Ordinal) || word.Contains("%40", StringComparison.Ordinal)
            ? "…"
            : word;
}
