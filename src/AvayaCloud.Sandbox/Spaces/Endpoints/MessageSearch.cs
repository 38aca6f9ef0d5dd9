namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The filters of <c>messages/query</c> [wire 4.4].</summary>
internal sealed class MessageSearch(ApiCall call)
{
    // Milliseconds since 1970 like the other filters, or ISO 8601 [wire 4.0].
    private readonly DateTimeOffset? _time = call.QueryTime("refTime") ?? RequestJson.ParseTime(call.Query("refTime"));
    private readonly string? _category = call.Query("category");
    private readonly string? _parentCategory = call.Query("parentmsg_category");
    private readonly string? _text = call.Query("searchstring");
    private readonly bool _withFilesOnly = call.QueryFlag("file_only");
    private readonly bool _chatsOnly = call.QueryFlag("chatmsg_only");

    public bool IsBefore { get; } = string.Equals(call.Query("direction"), "before", StringComparison.OrdinalIgnoreCase);
    public bool IsValid => _time is not null || call.Query("refTime") is null;

    public bool Matches(Message it) =>
        MatchesTime(it)
        && (_category is null || MessageJson.Category(it.Category) == _category)
        && (_parentCategory is null || ParentCategory(it) == _parentCategory)
        && (!_withFilesOnly || it.Content.Files.Count > 0)
        && (!_chatsOnly || it is { Category: MessageCategory.Chat, ParentId: null })
        && (_text is null || Contains(it.Content.BodyText) || Contains(it.Content.Description));

    // Without a time, all messages are before it.
    private bool MatchesTime(Message it)
    {
        if (_time is null)
            return IsBefore;
        return IsBefore ? it.Created < _time : it.Created > _time;
    }

    private bool Contains(string text) => text.Contains(_text!, StringComparison.OrdinalIgnoreCase);

    private string ParentCategory(Message message)
    {
        if (message.ParentId is not { } id)
            return "none";
        return call.State.Messages.Find(id) is { } parent ? MessageJson.Category(parent.Category) : "";
    }
}
