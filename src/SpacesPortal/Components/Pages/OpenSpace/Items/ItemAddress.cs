namespace SpacesPortal.Components.Pages.OpenSpace;

/// <summary>The address of a post or task, from the base address.</summary>
internal static class ItemAddress
{
    public static string Of(Message item) => Of(item.SpaceId ?? "-", item.Category, item.Id);

    public static string Of(string spaceId, MessageCategory category, string itemId)
    {
        var tab = category == MessageCategory.Task ? SpaceTab.Tasks : SpaceTab.Posts;
        return $"{SpaceAddress.Of(spaceId, tab)}/{Uri.EscapeDataString(itemId)}";
    }
}

/// <summary>Texts of posts and tasks.</summary>
internal static class ItemText
{
    /// <summary>Avaya stores the title as the body.</summary>
    public static string Title(Message item) => MessageHtml.Text(item.Content?.BodyText) is { Length: > 0 } title ? title : "Untitled";
}
