namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>The files of seeded messages. Their content depends on their key alone.</summary>
internal static class SeededFile
{
    private const string Prefix = "seeded-";

    public static FileReference Create(Space space, int number)
    {
        var key = Prefix + Derived.Hex(number, space.Id, 32);
        return new FileReference(
            key, string.Create(CultureInfo.InvariantCulture, $"minutes-{number}.txt"), GetContent(key)!.Length, "document", "text/plain");
    }

    /// <summary>Null for the key of another file.</summary>
    public static byte[]? GetContent(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) ? Encoding.UTF8.GetBytes($"Minutes of a meeting that never was ({key}).\n") : null;
}
