namespace SpacesPortal.Components.Formatting;

/// <summary>Size and type of a file as text.</summary>
internal static class FileText
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB"];

    public static string Describe(MessageFile file) =>
        string.Join(", ", new[] { file.Size is { } size ? Size(size) : null, file.Kind }.Where(it => !string.IsNullOrWhiteSpace(it)));

    /// <summary>“312 bytes”, “2.4 MB”; units of 1,000.</summary>
    public static string Size(long bytes)
    {
        var value = (double)bytes;
        var unit = 0;
        for (; value >= 1000 && unit < Units.Length - 1; unit++)
            value /= 1000;
        return $"{value.ToString(unit == 0 || value >= 10 ? "N0" : "N1", CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}
