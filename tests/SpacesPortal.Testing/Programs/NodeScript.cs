using System.Diagnostics;

namespace SpacesPortal.Testing;

/// <summary>A Node.js program of a test project, with the packages that the build has installed beside it.</summary>
internal static class NodeScript
{
    public static Process Start(string project, string script, params string[] arguments)
    {
        var folder = Path.Combine(Repository.Root, "tests", project);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw DebianPackage.Missing("npm");
        return Process.Start(new ProcessStartInfo(DebianPackage.Node.Program, [Path.Combine(folder, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
