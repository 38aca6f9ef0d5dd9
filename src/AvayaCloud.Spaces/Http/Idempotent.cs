namespace AvayaCloud.Spaces;

/// <summary>Decides which calls are repeated when their outcome is unknown (docs/decisions/0010): GET, and the POSTs whose Refit method has
/// the mark, because a second execution changes nothing. Headers are all that Refit passes to handlers; this one is never sent.</summary>
internal static class Idempotent
{
    /// <summary>On a Refit method: <c>[Post("…"), Headers(Idempotent.Mark)]</c>.</summary>
    public const string Mark = Header + ": yes";

    private const string Header = "X-Idempotent";

    private static readonly HttpRequestOptionsKey<bool> Key = new("AvayaCloud.Spaces.Idempotent");

    /// <summary>Removes the mark, and remembers it for further attempts of the same request.</summary>
    public static bool RemoveMark(HttpRequestMessage request)
    {
        if (request.Headers.Remove(Header))
            request.Options.Set(Key, true);
        return request.Method == HttpMethod.Get || request.Options.TryGetValue(Key, out _);
    }
}
