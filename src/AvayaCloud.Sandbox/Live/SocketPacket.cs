namespace AvayaCloud.Sandbox.Live;

/// <summary>A packet of Socket.IO 2 (protocol 4) as text: type, namespace, acknowledgement, JSON [wire 5.1].</summary>
internal sealed record SocketPacket(SocketPacketType Type, string Namespace, string Query, JsonArray? Data)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Name and first argument of an event.</summary>
    public (string Name, JsonNode? Payload)? Event =>
        Data is [JsonValue name, ..] && name.TryGetValue<string>(out var text) ? (text, Data.Count > 1 ? Data[1] : null) : null;

    /// <summary>Null for what no client of this version sends; packets with attachments are among it.</summary>
    public static SocketPacket? Read(string text)
    {
        if (text is not [>= '0' and <= '4', ..])
            return null;
        var (space, rest) = Namespaced(text[1..]);
        var json = rest.TrimStart("0123456789".ToCharArray());
        var data = Array(json);
        if (json.Length > 0 && data is null)
            return null;
        var query = space.IndexOf('?', StringComparison.Ordinal);
        return new SocketPacket(
            (SocketPacketType)(text[0] - '0'), query < 0 ? space : space[..query], query < 0 ? "" : space[query..], data);
    }

    public static string Connected(string space) => "40" + space;

    public static string Error(string space, JsonNode reason) => $"44{space},{Json.Text(reason)}";

    public static string Emit(string space, string name, JsonNode payload) =>
        string.Create(CultureInfo.InvariantCulture, $"42{space},[{Json.Text(JsonValue.Create(name))},{Json.Text(payload)}]");

    private static (string Namespace, string Left) Namespaced(string text)
    {
        if (text is not ['/', ..])
            return ("/", text);
        var end = text.IndexOf(',', StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
    }

    private static JsonArray? Array(string json)
    {
        try
        {
            if (json.Length == 0 || JsonNode.Parse(json, documentOptions: Strict) is not JsonArray array)
                return null;
            _ = Json.Text(array); // what cannot be sent on, half of an escaped surrogate pair, is found here and not on the way out
            return array;
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}

internal enum SocketPacketType
{
    Connect = 0,
    Disconnect = 1,
    Event = 2,
    Ack = 3,
    Error = 4,
}
