namespace SpacesPortal.Testing;

/// <summary>Where things lie on this machine.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    /// <summary>Of the same configuration as these tests.</summary>
    public static string Portal =>
        Path.Combine(
            Root, "artifacts", "bin", "SpacesPortal", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            "SpacesPortal");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "SpacesPortal.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("These tests run from inside the repository.");
    }
}
