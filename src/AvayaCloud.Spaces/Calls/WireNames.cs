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

    public static string? OnWire(this MessageCategory? category) => category switch
    {
        MessageCategory.Chat => "chat",
        MessageCategory.Idea => "idea",
        MessageCategory.Task => "task",
        _ => null,
    };
}
