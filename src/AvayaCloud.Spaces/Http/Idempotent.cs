namespace AvayaCloud.Spaces;

/// <summary>Which calls are made again when nobody knows whether they were done (docs/decisions/0010): GET, and the POSTs whose Refit
/// method bears the mark, because the second time changes nothing more. Refit hands headers on to handlers and nothing else; this one never
/// travels.</summary>
internal static class Idempotent
{
    /// <summary>On a Refit method: <c>[Post("…"), Headers(Idempotent.Mark)]</c>.</summary>
    public const string Mark = Header + ": yes";

    private const string Header = "X-Idempotent";

    private static readonly HttpRequestOptionsKey<bool> Key = new("AvayaCloud.Spaces.Idempotent");

    /// <summary>Takes the mark off, and remembers it for the further tries of this request.</summary>
    public static bool Take(HttpRequestMessage request)
    {
        if (request.Headers.Remove(Header))
            request.Options.Set(Key, true);
        return request.Method == HttpMethod.Get || request.Options.TryGetValue(Key, out _);
    }
}
