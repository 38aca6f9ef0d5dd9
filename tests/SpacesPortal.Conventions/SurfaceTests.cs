using System.Reflection;

namespace SpacesPortal.Conventions;

/// <summary>
/// What other apps may build upon is written down: a change of it shows in the change's own diff. To accept one, copy the file that
/// the failed test names over the one in Surface/.
/// </summary>
public sealed class SurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("AvayaCloud.Identity")]
    [InlineData("AvayaCloud.Identity.Postgres")]
    [InlineData("AvayaCloud.Spaces")]
    public void The_public_surface_is_the_one_written_down(string room)
    {
        var found = string.Join('\n', Surface(Assembly.Load(room))) + '\n';
        var written = Path.Combine(AppContext.BaseDirectory, "Surface", $"{room}.txt");
        var known = File.Exists(written) ? File.ReadAllText(written).ReplaceLineEndings("\n") : "";
        if (found != known)
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, $"{room}.found.txt"), found);
        Assert.True(found == known, $"The surface differs from Surface/{room}.txt: {Difference(known, found)}. All of it: {room}.found.txt beside the test.");
    }

    [Fact]
    public void No_page_and_no_other_app_can_come_by_a_refresh_token() =>
        Assert.DoesNotContain(Surface(Assembly.Load("AvayaCloud.Identity")), line => line.Contains("RefreshToken", StringComparison.Ordinal) || line.Contains("TokenSet", StringComparison.Ordinal));

    private static IEnumerable<string> Surface(Assembly room) =>
        from type in room.GetExportedTypes()
        orderby type.FullName
        from line in (string[])[Kind(type), .. type.GetMembers(Declared).Where(IsShown).Select(Line).Distinct().Order(StringComparer.Ordinal)]
        select line;

    private static string Kind(Type type) =>
        $"{(type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsSealed ? "sealed class" : type.IsAbstract ? "abstract class" : "class")} {type}"
        + (type.BaseType is { } from && from != typeof(object) && from != typeof(ValueType) && from != typeof(Enum) ? $" : {from}" : "");

    private static string Line(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } constant => $"    {constant.Name} = {constant.GetRawConstantValue()}",
        PropertyInfo property => $"    {property} {{{(Shown(property.GetMethod) ? " get;" : "")}{(Shown(property.SetMethod) ? " set;" : "")} }}",
        _ => $"    {member}",
    };

    // What the compiler adds to records follows from their properties.
    private static bool IsShown(MemberInfo member) =>
        !member.Name.Contains('<', StringComparison.Ordinal)
        && member.Name is not ("Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "EqualityContract" or "op_Equality" or "op_Inequality" or "Deconstruct" or "value__")
        && member switch
        {
            MethodInfo method => !method.Name.StartsWith("get_", StringComparison.Ordinal) && !method.Name.StartsWith("set_", StringComparison.Ordinal) && Shown(method),
            MethodBase made => Shown(made),
            FieldInfo field => field.IsPublic || field.IsFamily,
            PropertyInfo property => Shown(property.GetMethod) || Shown(property.SetMethod),
            _ => false,
        };

    private static bool Shown(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Difference(string known, string found)
    {
        var (was, isNow) = (known.Split('\n'), found.Split('\n'));
        return string.Join("; ", was.Except(isNow).Select(line => $"gone: {line.Trim()}").Concat(isNow.Except(was).Select(line => $"new: {line.Trim()}")).Take(10));
    }
}
