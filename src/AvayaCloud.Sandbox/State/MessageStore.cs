namespace AvayaCloud.Sandbox.State;

/// <summary>Everything that was said, space by space. Who may do what is asked before (<see cref="Spaces.Rights"/>).</summary>
internal sealed class MessageStore(SpaceTable table, MessageSeed seed, StateFeed feed, StateClock clock)
{
    private readonly Dictionary<string, MessageLog> _logs = new(StringComparer.Ordinal);

    public Message? Find(string id)
    {
        lock (feed.Gate)
            return SpaceOf(id) is { } space ? LogOf(space).Find(id) : null;
    }

    public Space? SpaceOf(string messageId) => MessageId.TryRead(messageId, out var mark, out _) ? table.FindByMark(mark) : null;

    public IReadOnlyList<Message> Read(Space space, MessageQuery query)
    {
        lock (feed.Gate)
            return LogOf(space).Read(query);
    }

    public int CommentsOn(Message message)
    {
        lock (feed.Gate)
            return table.Find(message.SpaceId) is { } space ? LogOf(space).CommentsOn(message.Id) : 0;
    }

    public Message Post(Space space, Draft draft)
    {
        lock (feed.Gate)
        {
            var log = LogOf(space);
            var now = clock.Next();
            var message = new Message
            {
                Id = MessageId.Make(space.Id, log.Next, now),
                SpaceId = space.Id,
                Category = draft.Category,
                Sender = draft.Sender,
                Content = draft.Content,
                ParentId = draft.ParentId,
                Created = now,
                Modified = now,
            };
            log.Add(message);
            var after = table.Put(Moved(table.Find(space.Id) ?? space, message));
            feed.Publish(new StateChange.MessageCreated(after, message, draft.Origin));
            return message;
        }
    }

    /// <summary>Null when it is not there (any more), or when the change wants none.</summary>
    public Message? Edit(string id, Func<Message, Message?> change)
    {
        lock (feed.Gate)
        {
            if (Find(id) is not { } old || SpaceOf(id) is not { } space || change(old) is not { } changed)
                return null;
            var message = changed with { Modified = clock.Next() };
            LogOf(space).Replace(message);
            feed.Publish(new StateChange.MessageUpdated(space, message));
            return message;
        }
    }

    /// <summary>Comments go with what they comment on.</summary>
    public void Delete(string id)
    {
        lock (feed.Gate)
        {
            if (SpaceOf(id) is not { } space)
                return;
            foreach (var message in LogOf(space).Remove(id))
                feed.Publish(new StateChange.MessageDeleted(space, message));
        }
    }

    public void Clear()
    {
        lock (feed.Gate)
            _logs.Clear();
    }

    private MessageLog LogOf(Space space)
    {
        if (!_logs.TryGetValue(space.Id, out var log))
            _logs[space.Id] = log = new MessageLog(seed.Of(space));
        return log;
    }

    // A chat moves a direct space only; all others have something to read [docs D/api/users/users_me_spaces].
    private static Space Moved(Space space, Message message)
    {
        var isDirect = space.Kind == SpaceKind.Direct;
        return space with
        {
            Modified = isDirect || message.Category != MessageCategory.Chat ? message.Created : space.Modified,
            Latest = isDirect ? message : space.Latest,
            Attendees = [.. space.Attendees.Select(it => it.Person.SpacesId == message.Sender.SpacesId ? it : it with { IsUnread = true })],
        };
    }
}
