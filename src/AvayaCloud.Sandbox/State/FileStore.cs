namespace AvayaCloud.Sandbox.State;

/// <summary>Uploaded files. The key in the URL of a file is secret, so a request with the key needs no token.</summary>
internal sealed class FileStore
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a file without its content.</summary>
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
        return SeededFile.GetContent(key) is { } bytes
            ? new StoredFile(key, key + ".txt", bytes.Length, "text/plain") { Bytes = bytes }
            : null;
    }

    public void SetContent(StoredFile file, byte[] bytes) => _files[file.Key] = file with { Bytes = bytes };

    public void Clear() => _files.Clear();
}

internal sealed record StoredFile(string Key, string Name, long Size, string MimeType)
{
    /// <summary>Null before the upload.</summary>
    public byte[]? Bytes { get; init; }
}
