using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AvayaCloud.Spaces.Tests;

/// <summary>Whatever the library says of Avaya, it says whence it knows: a seed, the docs, somebody's code, the wire contract, or that it is a guess.</summary>
public sealed partial class SourceTagTests
{
    private static readonly IReadOnlyDictionary<string, string> Docs = XDocument.Load(Path.ChangeExtension(typeof(SpacesClient).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(it => it.Attribute("name")!.Value, it => string.Concat(it.DescendantNodes().OfType<XText>()), StringComparer.Ordinal);

    public static TheoryData<string> Members =>
    [
        .. from member in Docs.Keys
           where Call().IsMatch(member)
           select member,
    ];

    public static TheoryData<string> Shapes =>
    [
        .. from type in typeof(SpacesClient).Assembly.GetExportedTypes()
           where !type.IsNested && !type.IsEnum && type.GetProperties().Any(it => it.IsDefined(typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute), inherit: false))
           select "T:" + type.FullName,
    ];

    [Fact]
    public void There_is_something_to_look_at() => Assert.True(Members.Count > 100 && Shapes.Count > 30, $"{Members.Count} members, {Shapes.Count} shapes");

    [Theory, MemberData(nameof(Members))]
    public void Every_call_names_its_source(string member) => Assert.Matches(Tag(), Docs[member]);

    [Theory, MemberData(nameof(Shapes))]
    public void Every_shape_names_its_source(string type) => Assert.Matches(Tag(), Docs.GetValueOrDefault(type, ""));

    [GeneratedRegex(@"^M:AvayaCloud\.Spaces\.(I\w+Api|\w+Calls)\.\w+Async\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"\[(seed|docs|repo|wire|guess)")]
    private static partial Regex Tag();
}
