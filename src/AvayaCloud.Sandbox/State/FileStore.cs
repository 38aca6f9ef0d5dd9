namespace AvayaCloud.Sandbox.State;

/// <summary>What was uploaded. An address to put bytes to or get them from carries a key of its own: who has it needs no token.</summary>
internal sealed class FileStore
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);

    /// <summary>Room for a file that is still to come.</summary>
    public StoredFile Reserve(string name, long size, string mimeType)
    {
        var file = new StoredFile(RandomNumberGenerator.GetHexString(40, lowercase: true), name, size, mimeType);
        _files[file.Key] = file;
        return file;
    }

    public StoredFile? Find(string key)
    {
        if (_files.TryGetValue(key, out var file))
            return file;
        return SeededFile.BytesOf(key) is { } bytes
            ? new StoredFile(key, key + ".txt", bytes.Length, "text/plain") { Bytes = bytes }
            : null;
    }

    public void Fill(StoredFile file, byte[] bytes) => _files[file.Key] = file with { Bytes = bytes };

    public void Clear() => _files.Clear();
}

/// <summary>Without bytes until they were put there.</summary>
internal sealed record StoredFile(string Key, string Name, long Size, string MimeType)
{
    public byte[]? Bytes { get; init; }
}
