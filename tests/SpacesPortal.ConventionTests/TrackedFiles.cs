using System.ComponentModel;
using System.Diagnostics;

namespace SpacesPortal.ConventionTests;

/// <summary>The files under version control; outside of a checkout, the files on disk that a checkout would hold.</summary>
internal static class TrackedFiles
{
    private static readonly string[] Generated = ["artifacts", "bin", "obj", "node_modules", ".git"];

    public static IReadOnlyList<string> All { get; } = [.. FromGit() ?? FromDisk()];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static List<string>? FromGit()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "ls-files", "-z"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. files.Where(file => File.Exists(Path.Combine(Repository.Root, file)))] : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> FromDisk() =>
        Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => Generated.Contains(part, StringComparer.Ordinal)));
}
