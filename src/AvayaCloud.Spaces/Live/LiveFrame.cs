namespace AvayaCloud.Spaces;

/// <summary>What Socket.IO 2 says in the namespace <c>/chat</c>, over Engine.IO 3 as text [wire 5.1].</summary>
internal abstract record LiveFrame
{
    public const string Namespace = "/chat";

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 32 };

    private LiveFrame()
    {
    }

    public static string Enter { get; } = $"40{Namespace},";
    public static string Leave { get; } = $"41{Namespace},";

    public static string Emit(string name, JsonObject payload) => $"42{Namespace},{new JsonArray(name, payload).ToJsonString()}";

    /// <summary>Never fails: what is not understood, other namespaces and acknowledgements are Nothing.</summary>
    public static LiveFrame Read(string text) => text switch
    {
        ['0', ..] => Opening(text[1..]),
        ['1', ..] => new Closed(),
        ['2', ..] => new Ping(text[1..]),
        ['3', ..] => new Pong(),
        ['4', var type, ..] when Inside(text[2..]) is { } inside => type switch
        {
            '0' => new Entered(),
            '1' => new Closed(),
            '2' => Event(inside),
            '4' => new Refused(ReasonOf(inside)),
            _ => new Nothing(),
        },
        _ => new Nothing(),
    };

    /// <summary>What stands behind the namespace; null in another one.</summary>
    private static string? Inside(string text)
    {
        if (!text.StartsWith(Namespace, StringComparison.Ordinal))
            return null;
        var rest = text[Namespace.Length..];
        // The server's own entry has no comma, and may repeat the query [wire 5.1].
        if (rest is "" or ['?', ..])
            return "";
        return rest[0] == ',' ? rest[1..] : null;
    }

    private static Opened Opening(string json)
    {
        var open = Json(json);
        return new Opened(Milliseconds(open, "pingInterval"), Milliseconds(open, "pingTimeout"));
    }

    private static LiveFrame Event(string text)
    {
        var start = text.IndexOf('[', StringComparison.Ordinal);
        if (start < 0 || Json(text[start..]) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
            return new Nothing();
        return Text(array[0]) is { } name ? new Happened(name, array.GetArrayLength() > 1 ? array[1] : default) : new Nothing();
    }

    private static string? ReasonOf(string json)
    {
        var reason = Json(json);
        return reason.ValueKind == JsonValueKind.Object && reason.TryGetProperty("message", out var message) ? Text(message) : Text(reason);
    }

    private static TimeSpan? Milliseconds(JsonElement open, string name) =>
        open.ValueKind == JsonValueKind.Object
            && open.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number)
            && number > 0
            ? TimeSpan.FromMilliseconds(number)
            : null;

    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }

    private static JsonElement Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Bounded);
            return document.RootElement.Clone();
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return default;
        }
    }

    public sealed record Opened(TimeSpan? PingInterval, TimeSpan? PingTimeout) : LiveFrame;

    public sealed record Entered : LiveFrame;

    public sealed record Refused(string? Reason) : LiveFrame;

    public sealed record Happened(string Name, JsonElement Payload) : LiveFrame;

    public sealed record Ping(string Data) : LiveFrame;

    public sealed record Pong : LiveFrame;

    public sealed record Closed : LiveFrame;

    public sealed record Nothing : LiveFrame;
}
