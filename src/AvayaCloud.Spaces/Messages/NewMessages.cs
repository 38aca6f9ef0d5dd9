namespace AvayaCloud.Spaces;

/// <summary>A chat. Avaya takes HTML: give people's own words through <see cref="MessageText.FromPlain"/>.</summary>
public sealed record NewChat(string Html)
{
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>The post or task that this comments on.</summary>
    public string? CommentOn { get; init; }

    internal MessageRequest ToRequest() => new()
    {
        Content = new ContentRequest { BodyText = Html, Files = UploadedFile.Requests(Files) },
        Parent = CommentOn is { } parent ? new Reference(parent) : null,
    };
}

/// <summary>A post: a title, which Avaya keeps as the body, and its text as HTML.</summary>
public sealed record NewPost(string Title)
{
    public string Html { get; init; } = "";
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    internal MessageRequest ToRequest() => new()
    {
        Content = new ContentRequest { BodyText = Title, Description = Html, Files = UploadedFile.Requests(Files) },
    };
}

public sealed record NewTask(string Title)
{
    public string Html { get; init; } = "";

    /// <summary>Spaces user ids of people in the space.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    public DateTimeOffset? Due { get; init; }
    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    internal MessageRequest ToRequest() => new()
    {
        Content = new ContentRequest
        {
            BodyText = Title,
            Description = Html,
            Files = UploadedFile.Requests(Files),
            Assignees = [.. Assignees.Select(id => new Reference(id))],
            Due = Due,
            Status = "pending",
        },
    };
}

/// <summary>What to change of a message; what is null stays. Someone else's edit meanwhile is refused with 400 [docs
/// D/api/messages/messages_id__post].</summary>
public sealed record MessageEdit
{
    public string? BodyText { get; init; }
    public string? Description { get; init; }

    /// <summary>Of a task.</summary>
    public bool? IsCompleted { get; init; }

    public IReadOnlyList<string>? Assignees { get; init; }
    public DateTimeOffset? Due { get; init; }

    internal MessageRequest ToRequest(string id) => new()
    {
        Id = id,
        Content = new ContentRequest
        {
            BodyText = BodyText,
            Description = Description,
            Assignees = Assignees is { } ids ? [.. ids.Select(it => new Reference(it))] : null,
            Due = Due,
            Status = IsCompleted switch { true => "completed", false => "pending", null => null },
        },
    };
}

/// <summary>Message text is HTML, normally one paragraph [repo WEB] [repo LT k6/src/chat.js].</summary>
public static class MessageText
{
    /// <summary>Somebody's own words, letter by letter; line breaks stay.</summary>
    public static string FromPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return "<p>" + WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal) + "</p>";
    }
}
