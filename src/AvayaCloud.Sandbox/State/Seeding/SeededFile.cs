namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Files that lay there before: their bytes follow from their key.</summary>
internal static class SeededFile
{
    private const string Prefix = "seeded-";

    public static FileReference For(Space space, int number)
    {
        var key = Prefix + Derived.Hex(number, space.Id, 32);
        return new FileReference(
            key, string.Create(CultureInfo.InvariantCulture, $"minutes-{number}.txt"), BytesOf(key)!.Length, "document", "text/plain");
    }

    /// <summary>Null for a key that is none of these.</summary>
    public static byte[]? BytesOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) ? Encoding.UTF8.GetBytes($"Minutes of a meeting that never was ({key}).\n") : null;
}
