using System.Reflection;

namespace SpacesPortal.ConventionTests;

public sealed class ArrowTests
{
    [Theory]
    [InlineData("AvayaCloud.Identity")]
    [InlineData("AvayaCloud.Spaces")]
    [InlineData("AvayaCloud.Sandbox")]
    public void A_library_references_no_other_library(string room) =>
        Assert.Empty(KnownTo(Assembly.Load(room)));

    [Fact]
    public void The_PostgreSQL_library_references_only_Identity() =>
        Assert.Equal(["AvayaCloud.Identity"], KnownTo(Product.Postgres));

    [Fact]
    public void The_portal_references_the_four_libraries_and_nothing_else() =>
        Assert.Equal(
            ["AvayaCloud.Identity", "AvayaCloud.Identity.Postgres", "AvayaCloud.Sandbox", "AvayaCloud.Spaces"], KnownTo(Product.Portal));

    [Fact]
    public void Only_one_folder_of_the_portal_references_the_sandbox()
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
