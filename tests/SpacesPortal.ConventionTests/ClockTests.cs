using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SpacesPortal.ConventionTests;

/// <summary>Time comes from TimeProvider alone: what compiled code refers to is written in its metadata.</summary>
public sealed class ClockTests
{
    private static readonly string[] WallClocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
    ];

    private static readonly string[] WatchTypes =
        ["System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Threading.PeriodicTimer"];

    [Fact]
    public void No_product_code_reads_a_clock_of_its_own() =>
        Assert.Empty(Product.All.SelectMany(room => MembersOf(room)
            .Where(IsClock)
            .Select(member => $"{room.GetName().Name}: {member}")));

    [Fact]
    public void The_test_above_sees_calls() => Assert.Contains("System.TimeProvider.GetUtcNow", MembersOf(Product.Identity));

    private static bool IsClock(string member) =>
        WallClocks.Contains(member, StringComparer.Ordinal)
        || WatchTypes.Any(type => member.StartsWith(type + ".", StringComparison.Ordinal));

    private static HashSet<string> MembersOf(Assembly room)
    {
        using var file = new PEReader(File.OpenRead(room.Location));
        var metadata = file.GetMetadataReader();
        return metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member =>
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
            })
            .ToHashSet(StringComparer.Ordinal);
    }
}
