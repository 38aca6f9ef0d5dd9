namespace AvayaCloud.Spaces;

/// <summary>What happened, at Avaya or with the connection [wire 5.3].</summary>
public abstract record LiveEvent
{
    private LiveEvent()
    {
    }

    /// <summary>There is a connection, for the first time or again.</summary>
    public sealed record Connected : LiveEvent;

    /// <summary>The connection is lost, or did not come about; it is tried again.</summary>
    public sealed record Disconnected(string Reason, TimeSpan RetryIn) : LiveEvent;

    /// <summary>Over for good: nobody is signed in any more, or the token is refused. Nothing follows.</summary>
    public sealed record Ended(SpacesError Error) : LiveEvent;

    public sealed record Subscribed(string SpaceId) : LiveEvent;

    public sealed record Unsubscribed(string SpaceId) : LiveEvent;

    /// <summary>The space cannot be listened to (any more).</summary>
    public sealed record SubscriptionRefused(string SpaceId, SpacesError Error) : LiveEvent;

    /// <summary>A chat, post or task. Each comes once.</summary>
    /// <param name="WasMissed">It was said while there was no connection, and fetched since.</param>
    public sealed record MessageReceived(Message Message, bool WasMissed) : LiveEvent;

    public sealed record MessageEdited(Message Message) : LiveEvent;

    public sealed record MessageDeleted(string SpaceId, string MessageId) : LiveEvent;

    /// <summary>What was said while there was no connection could not be fetched: the list of messages has a hole.</summary>
    public sealed record Gap(string SpaceId, SpacesError Error) : LiveEvent;

    /// <summary>This listener was too slow: so many events did not fit.</summary>
    public sealed record Lost(long Count) : LiveEvent;

    /// <summary>Retitled, archived, brought back; <paramref name="Category"/> is the API's word: <c>topic.updated</c>, …</summary>
    public sealed record SpaceChanged(string SpaceId, string Category, string? Title) : LiveEvent;

    /// <summary>Somebody came, or changed what they do.</summary>
    public sealed record Present(string SpaceId, LivePerson Person) : LiveEvent;

    public sealed record Left(string SpaceId, LivePerson Person) : LiveEvent;

    public sealed record Typing(string SpaceId, LivePerson Person) : LiveEvent;

    /// <summary>Meetings, recordings, tracks, calls: <c>app.event.meeting.started</c>, <c>tracksstatus</c>, <c>space.call.offer</c>
    /// …</summary>
    public sealed record Media(string SpaceId, string Category, Sender? Sender, JsonElement Content) : LiveEvent;

    /// <summary>An event that this version has not heard of.</summary>
    public sealed record Unknown(string Name, JsonElement Payload) : LiveEvent;
}

public enum LiveStatus
{
    /// <summary>No connection, and on the way to one.</summary>
    Connecting,
    Connected,

    /// <summary>Over for good; see <see cref="LiveEvent.Ended"/>.</summary>
    Ended,
}

/// <summary>A space that is listened to.</summary>
public sealed record LiveSubscription(string SpaceId, string? SessionId);
