namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Creates the messages of a space: chats, posts, tasks and comments of a group, chats of a direct space.</summary>
internal sealed class MessageSeed(SandboxOptions options, StateClock clock)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(7);

    private static readonly string[] Texts =
    [
        "<p>Good morning!</p>", "<p>The draft is in the folder.</p>", "<p>Who can have a look today?</p>",
        "<p>That&#x27;s <b>fine</b> with me.</p>", "<p>Let&#x27;s move it to Thursday.</p>", "<p>Done &amp; dusted.</p>",
        "<p>See <a href=\"https://example.com/plan\">the plan</a>.</p>", "<p>明日でいいですか</p>",
    ];

    private static readonly string[] PostTitles = ["Agenda for next week", "Numbers of the quarter", "Feedback wanted"];
    private static readonly string[] TaskTitles = ["Book the room", "Check the contract", "Send the invitations"];

    /// <summary>Adds the latest chat to a direct space. Its position is known without the others.</summary>
    public static Space WithLatest(Space space, string text) =>
        space with { Latest = CreateChat(space, CountDirect(space) - 1, space.Modified, text) };

    public IEnumerable<Message> Create(Space space)
    {
        var count = Count(space);
        var pause = new TimeSpan(Math.Min(MaxPause.Ticks, (space.Modified - space.Created).Ticks / Math.Max(count, 1)));
        Message? parent = null;
        for (var number = 0; number < count; number++)
        {
            var isLatest = number == count - 1;
            var message = isLatest && space.Latest is { } latest
                ? latest
                : Create(space, number, space.Modified - (pause * (count - 1 - number)), parent);
            parent = message.Category == MessageCategory.Chat ? parent : message;
            yield return message;
        }
    }

    private int Count(Space space) => space.Kind switch
    {
        // A space that was created since the start has the messages that were posted since.
        _ when space.Created > clock.Start => 0,
        SpaceKind.Direct => CountDirect(space),
        SpaceKind.Personal => 0,
        _ when space.Id == SpaceFactory.GetId(options.Seed, SpaceFactory.Busiest) && options.Messages > 0 => options.Messages,
        _ => 4 + Derived.Number(options.Seed, "messages " + space.Id, 40),
    };

    private static int CountDirect(Space space) => 1 + Derived.Number(0, "messages " + space.Id, 12);

    private static Message Create(Space space, int number, DateTimeOffset time, Message? parent)
    {
        var chat = CreateChat(space, number, time, Texts[number * 5 % Texts.Length]);
        return (number % 10) switch
        {
            _ when space.Kind == SpaceKind.Direct => chat,
            3 => chat with { Category = MessageCategory.Idea, Content = CreatePost(number, time) },
            4 or 7 when parent is not null => chat with { ParentId = parent.Id },
            6 => chat with { Category = MessageCategory.Task, Content = CreateTask(space, number, time) },
            9 => chat with { Content = new MessageContent("<p>The minutes.</p>") { Files = [SeededFile.Create(space, number)] } },
            _ => chat,
        };
    }

    private static MessageContent CreatePost(int number, DateTimeOffset time) => new(PostTitles[number / 10 % 3])
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"<p>Everything as of {time:yyyy-MM-dd}.</p>"),
    };

    private static MessageContent CreateTask(Space space, int number, DateTimeOffset time) => new(TaskTitles[number / 10 % 3])
    {
        Description = "<p>Before the end of the week.</p>",
        Assignees = [space.Attendees[number % space.Attendees.Count].Person.SpacesId],
        IsCompleted = number / 10 % 2 == 1,
        Due = time.AddDays(5),
    };

    private static Message CreateChat(Space space, int number, DateTimeOffset time, string text) => new()
    {
        Id = MessageId.Create(space.Id, number, time),
        SpaceId = space.Id,
        Category = MessageCategory.Chat,
        Sender = space.Attendees[(space.Attendees.Count - 1 + (number * 7)) % space.Attendees.Count].Person,
        Content = new MessageContent(text),
        Created = time,
        Modified = time,
    };
}
