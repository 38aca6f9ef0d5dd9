using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace SpacesPortal.Components.Tests;

/// <summary>bUnit asks for AngleSharp.Diffing 1.x; the registry copy has 0.17, whose surface is the same where bUnit uses it.</summary>
internal static class OlderDiffing
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        string.Equals(name.Name, "AngleSharp.Diffing", StringComparison.Ordinal)
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
