using System.Reflection;
using System.Runtime.CompilerServices;

namespace SpacesPortal.ConventionTests;

/// <summary>The assemblies that ship, and the types in them that were written by hand.</summary>
internal static class Product
{
    public static readonly Assembly Portal = Load("SpacesPortal");
    public static readonly Assembly Identity = Load("AvayaCloud.Identity");
    public static readonly Assembly Postgres = Load("AvayaCloud.Identity.Postgres");
    public static readonly Assembly Spaces = Load("AvayaCloud.Spaces");
    public static readonly Assembly Sandbox = Load("AvayaCloud.Sandbox");

    public static readonly IReadOnlyList<Assembly> All = [Portal, Identity, Postgres, Spaces, Sandbox];

    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types => All.SelectMany(TypesOf);

    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    /// <summary>State machines, closures, generated serializers and regular expressions are the compiler's style, not ours.</summary>
    public static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
        && type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) != true
        && type.Namespace?.StartsWith("Refit", StringComparison.Ordinal) != true
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        && (type.DeclaringType is not { } outer || IsWritten(outer));

    private static Assembly Load(string name) => Assembly.Load(name);
}
