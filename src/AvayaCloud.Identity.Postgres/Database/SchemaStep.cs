using System.Globalization;

namespace AvayaCloud.Identity.Postgres;

/// <summary>One migration: an SQL file of the folder <c>Schema</c>, identified by the number in its name.</summary>
internal sealed record SchemaStep(int Number, string Name, string Sql)
{
    private static readonly IReadOnlyList<SchemaStep> All = ReadAll();

    /// <summary>The step that this release needs.</summary>
    public static int Newest { get; } = All[^1].Number;

    public static IEnumerable<SchemaStep> After(int version) => All.Where(step => step.Number > version);

    private static List<SchemaStep> ReadAll() =>
        [.. from name in typeof(SchemaStep).Assembly.GetManifestResourceNames()
            where name.EndsWith(".sql", StringComparison.Ordinal)
            orderby name
            let number = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture)
            select new SchemaStep(number, Path.GetFileNameWithoutExtension(name), Read(name))];

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SchemaStep).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
