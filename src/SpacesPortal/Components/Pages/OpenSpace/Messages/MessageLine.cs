namespace SpacesPortal.Components.Pages.OpenSpace;

/// <summary>A message in the list, with what stands above it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Day">The day, for the first message of each.</param>
/// <param name="IsFirstUnread">The first message that the user has not read.</param>
internal sealed record MessageLine(Message Message, string? Day, bool IsFirstUnread)
{
    /// <param name="newestFirst">As the API lists them.</param>
    /// <param name="lastRead">When the user last read the space; null when nothing is unread.</param>
    /// <param name="zone">The user's time zone, in which days begin.</param>
    public static IEnumerable<MessageLine> Of(IReadOnlyList<Message> newestFirst, DateTimeOffset? lastRead, TimeZoneInfo? zone)
    {
        string? day = null;
        var isAllRead = true;
        foreach (var message in newestFirst.Reverse())
        {
            var own = message.Created is { } created ? Dates.Day(created, zone) : null;
            var isFirstUnread = isAllRead && message.Created > lastRead;
            isAllRead &= !isFirstUnread;
            yield return new MessageLine(message, own == day ? null : own, isFirstUnread);
            day = own;
        }
    }
}
