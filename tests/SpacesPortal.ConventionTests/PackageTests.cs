using System.Xml.Linq;

namespace SpacesPortal.ConventionTests;

/// <summary>Directory.Packages.props pins exactly what the projects use.</summary>
public sealed class PackageTests
{
    private static readonly IReadOnlyList<XElement> Pins =
        [.. XDocument.Parse(TrackedFiles.Read("Directory.Packages.props")).Descendants("PackageVersion")];

    [Fact]
    public void Every_pinned_package_is_used_by_a_project()
    {
        var used = TrackedFiles.All
            .Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
            .SelectMany(file => XDocument.Parse(TrackedFiles.Read(file)).Descendants("PackageReference"))
            .Select(reference => (string)reference.Attribute("Include")!);

        Assert.Empty(Pins.Select(pin => (string)pin.Attribute("Include")!).Except(used, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_pin_is_one_exact_version() =>
        Assert.All(Pins, pin => Assert.True(Version.TryParse((string)pin.Attribute("Version")!, out _), pin.ToString()));
}
