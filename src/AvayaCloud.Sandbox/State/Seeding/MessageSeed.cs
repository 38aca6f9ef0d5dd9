namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>What was said before the sandbox came up: chats, posts, tasks and comments in groups, chats between two.</summary>
internal sealed class MessageSeed(SandboxOptions options, StateClock clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(7);

    private static readonly string[] Words =
    [
        "<p>Good morning!</p>", "<p>The draft is in the folder.</p>", "<p>Who can have a look today?</p>",
        "<p>That&#x27;s <b>fine</b> with me.</p>",
        "<p>Let&#x27;s move it to Thursday.</p>", "<p>Done &amp; dusted.</p>",
        "<p>See <a href=\"https://example.com/plan\">the plan</a>.</p>", "<p>明日でいいですか</p>",
    ];

    private static readonly string[] Titles =
    [
        "Agenda for next week", "Numbers of the quarter", "Feedback wanted", "Book the room", "Check the contract", "Send the invitations",
    ];

    /// <summary>A direct space with its last chat, whose place is known without making the others.</summary>
    public static Space WithLatest(Space space, string text) =>
        space with { Latest = Chat(space, CountInDirect(space) - 1, space.Modified, text) };

    public IEnumerable<Message> Of(Space space)
    {
        var count = CountIn(space);
        var step = new TimeSpan(Math.Min(LongestPause.Ticks, (space.Modified - space.Created).Ticks / Math.Max(count, 1)));
        Message? parent = null;
        for (var number = 0; number < count; number++)
        {
            if (number == count - 1 && space.Latest is { } latest)
            {
                yield return latest;
                break;
            }

            var at = space.Modified - (step * (count - 1 - number));
            var message = space.Kind == SpaceKind.Direct ? Chat(space, number, at, Word(number)) : InGroup(space, number, at, parent);
            parent = message.Category == MessageCategory.Chat ? parent : message;
            yield return message;
        }
    }

    private int CountIn(Space space) => space.Kind switch
    {
        // A space that was made since has what was said since.
        _ when space.Created > clock.Start => 0,
        SpaceKind.Direct => CountInDirect(space),
        SpaceKind.Personal => 0,
        _ when space.Id == SpaceMaker.IdOf(options.Seed, SpaceMaker.Busiest) && options.Messages > 0 => options.Messages,
        _ => 4 + Derived.Number(options.Seed, "messages " + space.Id, 40),
    };

    private static int CountInDirect(Space space) => 1 + Derived.Number(0, "messages " + space.Id, 12);

    private static Message InGroup(Space space, int number, DateTimeOffset at, Message? parent) => (number % 10) switch
    {
        3 => Chat(space, number, at, Titles[number / 10 % 3]) with { Category = MessageCategory.Idea, Content = Post(number, at) },
        6 => Chat(space, number, at, "") with { Category = MessageCategory.Task, Content = Task(space, number, at) },
        4 or 7 when parent is not null => Chat(space, number, at, Word(number)) with { ParentId = parent.Id },
        9 =>
            Chat(
                space, number, at,
                "<p>The minutes.</p>") with
            {
                Content = new MessageContent("<p>The minutes.</p>")
                {
                    Files =
                [
                    SeededFile.For(space, number),
                ]
                }
            },
        _ => Chat(space, number, at, Word(number)),
    };

    private static MessageContent Post(int number, DateTimeOffset at) =>
        new(Titles[number / 10 % 3])
        {
            Description = string.Create(
            CultureInfo.InvariantCulture, $"<p>Everything as of {at:yyyy-MM-dd}.</p>")
        };

    private static MessageContent Task(Space space, int number, DateTimeOffset at) => new(Titles[3 + (number / 10 % 3)])
    {
        Description = "<p>Before the end of the week.</p>",
        Assignees = [space.Attendees[number % space.Attendees.Count].Person.SpacesId],
        IsCompleted = number / 10 % 2 == 1,
        Due = at.AddDays(5),
    };

    private static Message Chat(Space space, int number, DateTimeOffset at, string text) => new()
    {
        Id = MessageId.Make(space.Id, number, at),
        SpaceId = space.Id,
        Category = MessageCategory.Chat,
        Sender = space.Attendees[(space.Attendees.Count - 1 + (number * 7)) % space.Attendees.Count].Person,
        Content = new MessageContent(text),
        Created = at,
        Modified = at,
    };

    private static string Word(int number) => Words[number * 5 % Words.Length];
}
