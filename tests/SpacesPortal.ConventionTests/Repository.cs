using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SpacesPortal.ConventionTests;

/// <summary>The files under version control; outside of a checkout, those on disk that a checkout would hold.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["artifacts", "bin", "obj", "node_modules", ".git"];

    public static string Root { get; } = Find();

    public static IReadOnlyList<string> Files { get; } = [.. Tracked() ?? OnDisk()];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SpacesPortal.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
    }

    private static List<string>? Tracked()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. files.Where(file => File.Exists(Path.Combine(Root, file)))] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> OnDisk() =>
        Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => Made.Contains(part, StringComparer.Ordinal)));
}
