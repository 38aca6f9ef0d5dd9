using System.Reflection;

namespace SpacesPortal.ConventionTests;

public sealed class ArrowTests
{
    [Theory]
    [InlineData("AvayaCloud.Identity")]
    [InlineData("AvayaCloud.Spaces")]
    [InlineData("AvayaCloud.Sandbox")]
    public void A_room_below_the_portal_knows_no_other_room(string room) =>
        Assert.Empty(KnownTo(Assembly.Load(room)));

    [Fact]
    public void The_room_of_the_replicas_knows_identity_alone() =>
        Assert.Equal(["AvayaCloud.Identity"], KnownTo(Product.Postgres));

    [Fact]
    public void The_portal_knows_the_four_rooms_and_no_room_besides() =>
        Assert.Equal(
            ["AvayaCloud.Identity", "AvayaCloud.Identity.Postgres", "AvayaCloud.Sandbox", "AvayaCloud.Spaces"], KnownTo(Product.Portal));

    [Fact]
    public void Only_one_folder_of_the_portal_knows_the_sandbox()
    {
        var knowing = from file in TrackedFiles.All
                      where file.StartsWith("src/SpacesPortal/", StringComparison.Ordinal) && Path.GetExtension(file) == ".cs"
                      where !file.StartsWith("src/SpacesPortal/Sandbox/", StringComparison.Ordinal)
                      where TrackedFiles.Read(file).Contains("using AvayaCloud.Sandbox", StringComparison.Ordinal)
                      select file;
        Assert.Empty(knowing);
    }

    private static IEnumerable<string> KnownTo(Assembly room) =>
        room.GetReferencedAssemblies().Select(other => other.Name!)
            .Where(name => name.Split('.')[0] is "AvayaCloud" or "SpacesPortal")
            .Order(StringComparer.Ordinal);
}
