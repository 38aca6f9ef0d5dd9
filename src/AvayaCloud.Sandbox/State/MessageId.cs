namespace AvayaCloud.Sandbox.State;

/// <summary>A MongoDB object id: seconds, a machine part and a counter. The machine part is that of the space, and the counter goes up with
/// each message. So an id tells the space of a message and its position, even after the message was deleted.</summary>
internal static class MessageId
{
    private const int SecondsLength = 8;
    private const int PrefixLength = 10;
    private const int Length = 24;

    public static string Create(string spaceId, int number, DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(uint)time.ToUnixTimeSeconds():x8}{GetSpacePrefix(spaceId)}{number:x6}");

    public static string GetSpacePrefix(string spaceId) => spaceId[..PrefixLength];

    public static bool TryParse(string id, out string spacePrefix, out int number)
    {
        spacePrefix = "";
        number = 0;
        if (id.Length != Length || !id.All(char.IsAsciiHexDigitLower))
            return false;
        spacePrefix = id.Substring(SecondsLength, PrefixLength);
        number = int.Parse(id.AsSpan(SecondsLength + PrefixLength), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return true;
    }
}
