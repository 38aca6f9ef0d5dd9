namespace AvayaCloud.Sandbox.State;

/// <summary>
/// A Mongo object id: seconds, a mark, a count. The mark is the space's and the count goes up by one per message, so that an
/// id says where its message is and after which other ones it came, even when that one is gone.
/// </summary>
internal static class MessageId
{
    private const int SecondsLength = 8;
    private const int MarkLength = 10;
    private const int Length = 24;

    public static string Make(string spaceId, int number, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(uint)at.ToUnixTimeSeconds():x8}{MarkOf(spaceId)}{number:x6}");

    public static string MarkOf(string spaceId) => spaceId[..MarkLength];

    public static bool TryRead(string id, out string mark, out int number)
    {
        (mark, number) = ("", 0);
        if (id.Length != Length || !id.All(char.IsAsciiHexDigitLower))
            return false;
        mark = id.Substring(SecondsLength, MarkLength);
        number = int.Parse(id.AsSpan(SecondsLength + MarkLength), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return true;
    }
}
