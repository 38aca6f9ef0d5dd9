using System.Globalization;

namespace AvayaCloud.Spaces;

/// <summary>Our words as the API's.</summary>
internal static class WireNames
{
    public static string OnWire(this SpaceRole role) => role switch
    {
        SpaceRole.Admin => "admin",
        SpaceRole.Guest => "guest",
        SpaceRole.Member => "member",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody can be given an unknown role."),
    };

    public static string? OnWire(this SpaceKind kind) => kind switch
    {
        SpaceKind.Group => "group",
        SpaceKind.Direct => "direct",
        SpaceKind.Personal => "personal",
        _ => null,
    };

    /// <summary>Filters take epoch milliseconds [wire 4.0].</summary>
    public static string? OnWire(this DateTimeOffset? time) => time?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public static string? OnWire(this MessageCategory? category) => category switch
    {
        MessageCategory.Chat => "chat",
        MessageCategory.Idea => "idea",
        MessageCategory.Task => "task",
        _ => null,
    };
}
