namespace AvayaCloud.Sandbox.Live;

/// <summary>A packet of Socket.IO 2 (protocol 4) as text: type, namespace, acknowledgement id, JSON [wire 5.1].</summary>
internal sealed record SocketPacket(SocketPacketType Type, string Namespace, string Query, JsonArray? Data)
{
    /// <summary>The name and the first argument of an event.</summary>
    public (string Name, JsonNode? Payload)? Event =>
        Data is [var name, ..] && name.GetString() is { } text ? (text, Data.ElementAtOrDefault(1)) : null;

    /// <summary>Null for text that is not a packet, and for a packet with binary attachments.</summary>
    public static SocketPacket? Parse(string text)
    {
        if (text is not [>= '0' and <= '4', ..])
            return null;
        var (address, remainder) = SplitNamespace(text[1..]);
        var json = remainder.TrimStart("0123456789".ToCharArray());
        var data = ParseArray(json);
        if (json.Length > 0 && data is null)
            return null;
        var queryStart = address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var index ? index : address.Length;
        return new SocketPacket((SocketPacketType)(text[0] - '0'), address[..queryStart], address[queryStart..], data);
    }

    public static string Connected(string socketNamespace) => "40" + socketNamespace;

    public static string Error(string socketNamespace, JsonNode reason) => $"44{socketNamespace},{Json.Text(reason)}";

    public static string Emit(string socketNamespace, string name, JsonNode payload) =>
        $"42{socketNamespace},[{Json.Text(JsonValue.Create(name))},{Json.Text(payload)}]";

    private static (string Address, string Remainder) SplitNamespace(string text)
    {
        if (text is not ['/', ..])
            return ("/", text);
        var end = text.IndexOf(',', StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 1)..]);
    }

    private static JsonArray? ParseArray(string json)
    {
        try
        {
            if (json.Length == 0 || RequestJson.Parse(Encoding.UTF8.GetBytes(json)) is not JsonArray array)
                return null;
            // An escaped surrogate without its pair cannot be written again, so it is rejected here.
            _ = Json.Text(array);
            return array;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
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
