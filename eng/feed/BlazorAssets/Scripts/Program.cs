// Scripts PACKAGE OUT: writes the scripts that the package's assemblies carry as resources into the folder OUT.
// Up to .NET 9 the shared framework serves blazor.web.js and blazor.server.js from there.
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

var (package, output) = (args[0], args[1]);
foreach (var assembly in Directory.EnumerateFiles(package, "Microsoft.AspNetCore.Components.*.dll", SearchOption.AllDirectories))
{
    using var file = new PEReader(File.OpenRead(assembly));
    if (!file.HasMetadata || file.PEHeaders.CorHeader is not { ResourcesDirectory.RelativeVirtualAddress: > 0 and var start })
        continue;

    var metadata = file.GetMetadataReader();
    var resources = file.GetSectionData(start);
    foreach (var resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
    {
        var name = metadata.GetString(resource.Name);
        if (!name.EndsWith(".js", StringComparison.Ordinal))
            continue;

        // ECMA-335 II.24.2.4: a resource is its length in four bytes, then its content.
        var offset = checked((int)resource.Offset);
        var length = resources.GetReader(offset, sizeof(int)).ReadInt32();
        File.WriteAllBytes(Path.Combine(output, Path.GetFileName(name)), [.. resources.GetContent(offset + sizeof(int), length)]);
    }
}
