namespace Refit;

/// <summary>What the arguments of one call have contributed so far.</summary>
internal sealed class RequestDraft
{
    public List<(string Key, string? Value)> Query { get; } = [];

    public Dictionary<string, string?> Headers { get; } = [];

    public HttpContent? Content { get; set; }

    public bool Buffered { get; set; }
}
