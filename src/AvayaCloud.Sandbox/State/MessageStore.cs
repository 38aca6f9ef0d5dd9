namespace AvayaCloud.Sandbox.State;

/// <summary>The messages of the spaces. Callers check the permissions (<see cref="Spaces.Permissions"/>).</summary>
internal sealed class MessageStore(SpaceTable table, MessageSeed seed, StateFeed feed, StateClock clock)
{
    private readonly Dictionary<string, MessageLog> _logs = new(StringComparer.Ordinal);

    public Message? Find(string id) => FindSpace(id) is { } space ? GetLog(space).Find(id) : null;

    public Space? FindSpace(string messageId) =>
        MessageId.TryParse(messageId, out var spacePrefix, out _) ? table.FindByPrefix(spacePrefix) : null;

    public IReadOnlyList<Message> Read(Space space, MessageQuery query) => GetLog(space).Read(query);

    public int CountComments(Message message) =>
        table.Find(message.SpaceId) is { } space ? GetLog(space).CountComments(message.Id) : 0;

    public Message Post(Space space, Draft draft)
    {
        var log = GetLog(space);
        var now = clock.Next();
        var message = new Message
        {
            Id = MessageId.Create(space.Id, log.NextNumber, now),
            SpaceId = space.Id,
            Category = draft.Category,
            Sender = draft.Sender,
            Content = draft.Content,
            ParentId = draft.ParentId,
            Created = now,
            Modified = now,
        };
        log.Add(message);
        feed.Publish(new StateChange.MessageCreated(table.Put(WithActivity(space, message)), message, draft.Origin));
        return message;
    }

    public Message Update(Space space, Message message)
    {
        message = message with { Modified = clock.Next() };
        GetLog(space).Replace(message);
        feed.Publish(new StateChange.MessageUpdated(PutLatest(space), message));
        return message;
    }

    /// <summary>Deletes a message with its comments.</summary>
    public void Delete(string id)
    {
        if (FindSpace(id) is not { } space)
            return;
        var deleted = GetLog(space).Remove(id);
        space = PutLatest(space);
        foreach (var message in deleted)
            feed.Publish(new StateChange.MessageDeleted(space, message));
    }

    public void Clear() => _logs.Clear();

    private MessageLog GetLog(Space space)
    {
        if (!_logs.TryGetValue(space.Id, out var log))
            _logs[space.Id] = log = new MessageLog(seed.Create(space));
        return log;
    }

    // The latest message may have been edited or deleted.
    private Space PutLatest(Space space) =>
        space.Kind == SpaceKind.Direct ? table.Put(space with { Latest = GetLog(space).Newest }) : space;

    // A chat counts as activity in a direct space only. The space is unread for all other members [docs D/api/users/users_me_spaces].
    private static Space WithActivity(Space space, Message message)
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
