namespace AvayaCloud.Spaces;

/// <summary>A chat, a post or a task to send.</summary>
public abstract record NewMessage
{
    private protected NewMessage()
    {
    }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];
    internal abstract MessageCategory Category { get; }

    internal abstract MessageRequest ToRequest();
}

/// <summary>A chat. Avaya expects HTML: pass plain text through <see cref="MessageText.FromPlain"/>.</summary>
public sealed record NewChat(string Html) : NewMessage
{
    /// <summary>The id of the post or task that this chat comments on.</summary>
    public string? CommentOn { get; init; }
    internal override MessageCategory Category => MessageCategory.Chat;

    internal override MessageRequest ToRequest() => new()
    {
        Content = new ContentRequest { BodyText = Html, Files = Files },
        Parent = CommentOn is { } parent ? new Reference(parent) : null,
    };
}

/// <summary>A post: its title, which Avaya stores as the body, and its text as HTML.</summary>
public sealed record NewPost(string Title) : NewMessage
{
    public string Html { get; init; } = "";
    internal override MessageCategory Category => MessageCategory.Idea;

    internal override MessageRequest ToRequest() => new()
    {
        Content = new ContentRequest { BodyText = Title, Description = Html, Files = Files },
    };
}

public sealed record NewTask(string Title) : NewMessage
{
    public string Html { get; init; } = "";

    /// <summary>The Spaces ids of users in the space.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];
    public DateTimeOffset? Due { get; init; }
    internal override MessageCategory Category => MessageCategory.Task;

    internal override MessageRequest ToRequest() => new()
    {
        Content = new ContentRequest
        {
            BodyText = Title,
            Description = Html,
            Files = Files,
            Assignees = [.. Assignees.Select(id => new Reference(id))],
            Due = Due,
            Status = TaskState.Pending.ToWire(),
        },
    };
}

/// <summary>Changes to a message; null leaves a member as it is. Avaya rejects an edit with 400 if another user has edited the message
/// meanwhile [docs D/api/messages/messages_id__post].</summary>
public sealed record MessageEdit
{
    public string? BodyText { get; init; }
    public string? Description { get; init; }

    /// <summary>For a task.</summary>
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

/// <summary>The text of a message is HTML, normally one paragraph [repo WEB] [repo LT k6/src/chat.js].</summary>
public static class MessageText
{
    /// <summary>Encodes plain text. Line breaks are preserved.</summary>
    public static string FromPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return "<p>" + WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal) + "</p>";
    }
}
