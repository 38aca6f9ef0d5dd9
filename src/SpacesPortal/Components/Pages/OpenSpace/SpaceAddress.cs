namespace SpacesPortal.Components.Pages.OpenSpace;

/// <summary>The tabs of a space, in their order.</summary>
public enum SpaceTab
{
    Messages,
    Posts,
    Tasks,
    Members,
    Meetings,
    About,
}

/// <summary>Addresses of a space's pages, from the base address.</summary>
internal static class SpaceAddress
{
    private static readonly SpaceTab[] All = Enum.GetValues<SpaceTab>();

    public static string Of(string spaceId, SpaceTab tab = SpaceTab.Messages)
    {
        var space = $"spaces/{Uri.EscapeDataString(spaceId)}";
        return tab == SpaceTab.Messages ? space : $"{space}/{tab.ToString().ToLowerInvariant()}";
    }

    /// <summary>A direct space has two users and chats only [wire 6].</summary>
    public static IEnumerable<SpaceTab> TabsOf(SpaceKind kind) => kind == SpaceKind.Direct
        ? [SpaceTab.Messages, SpaceTab.Meetings, SpaceTab.About]
        : All;
}
