namespace AvayaCloud.Spaces;

/// <summary>A text packet of Socket.IO 2 in the namespace <c>/chat</c>, over Engine.IO 3 [wire 5.1].</summary>
internal abstract record LiveFrame
{
    public const string Namespace = "/chat";

    private static readonly JsonDocumentOptions JsonLimits = new() { MaxDepth = 32 };

    public static string Connect { get; } = $"40{Namespace},";
    public static string Disconnect { get; } = $"41{Namespace},";

    public static string Emit(string name, JsonObject payload) => $"42{Namespace},{new JsonArray(name, payload).ToJsonString()}";

    /// <summary>Never throws. Other namespaces, acknowledgements and everything unknown are <see cref="Ignored"/>.</summary>
    public static LiveFrame Parse(string text) => text switch
    {
        ['0', ..] => ParseOpen(text[1..]),
        ['1', ..] => new Closed(),
        ['2', ..] => new Ping(text[1..]),
        ['3', ..] => new Pong(),
        ['4', var type, ..] when DataOf(text[2..]) is { } data => type switch
        {
            '0' => new Connected(),
            '1' => new Closed(),
            '2' => ParseEvent(data),
            '4' => ParseError(data),
            _ => new Ignored(),
        },
        _ => new Ignored(),
    };

    /// <returns>What follows the namespace; null for another namespace.</returns>
    private static string? DataOf(string packet)
    {
        if (!packet.StartsWith(Namespace, StringComparison.Ordinal))
            return null;
        var rest = packet[Namespace.Length..];
        // The server's own CONNECT has no comma and may repeat the query [wire 5.1].
        if (rest is "" or ['?', ..])
            return "";
        return rest[0] == ',' ? rest[1..] : null;
    }

    private static Opened ParseOpen(string json)
    {
        var handshake = ParseJson(json);
        return new Opened(GetMilliseconds(handshake, "pingInterval"), GetMilliseconds(handshake, "pingTimeout"));
    }

    private static LiveFrame ParseEvent(string data)
    {
        // An acknowledgement id may precede the array.
        var start = data.IndexOf('[', StringComparison.Ordinal);
        if (start < 0 || ParseJson(data[start..]) is not { ValueKind: JsonValueKind.Array } array || array.GetArrayLength() == 0)
            return new Ignored();
        if (array[0].AsText() is not { } name)
            return new Ignored();
        return new Event(name, array.GetArrayLength() > 1 ? array[1] : default);
    }

    private static ConnectError ParseError(string data)
    {
        var error = ParseJson(data);
        return new ConnectError(error.GetText("message") ?? error.AsText());
    }

    private static TimeSpan? GetMilliseconds(JsonElement handshake, string name)
    {
        var value = handshake.GetMember(name);
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || number <= 0)
            return null;
        return TimeSpan.FromMilliseconds(number);
    }

    private static JsonElement ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, JsonLimits);
            return document.RootElement.Clone();
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return default;
        }
    }

    public sealed record Opened(TimeSpan? PingInterval, TimeSpan? PingTimeout) : LiveFrame;

    public sealed record Connected : LiveFrame;

    public sealed record ConnectError(string? Message) : LiveFrame;

    public sealed record Event(string Name, JsonElement Payload) : LiveFrame;

    public sealed record Ping(string Data) : LiveFrame;

    public sealed record Pong : LiveFrame;

    public sealed record Closed : LiveFrame;

    public sealed record Ignored : LiveFrame;
}
