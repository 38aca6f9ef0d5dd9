namespace AvayaCloud.Spaces;

/// <summary>An event of Avaya or of the connection [wire 5.3].</summary>
public abstract record LiveEvent
{
    private LiveEvent()
    {
    }

    /// <summary>The connection is open, for the first time or again.</summary>
    public sealed record Connected : LiveEvent;

    /// <summary>The connection broke or could not be opened. It is retried.</summary>
    public sealed record Disconnected(string Reason, TimeSpan RetryIn) : LiveEvent;

    /// <summary>The connection has ended for good, because there is no token or the token was rejected. This is the last event.</summary>
    public sealed record Ended(SpacesError Error) : LiveEvent;

    public sealed record Subscribed(string SpaceId) : LiveEvent;

    public sealed record Unsubscribed(string SpaceId) : LiveEvent;

    /// <summary>Avaya refused the subscription, or ended it.</summary>
    public sealed record SubscriptionRefused(string SpaceId, SpacesError Error) : LiveEvent;

    /// <summary>A chat, post or task. Each comes once.</summary>
    /// <param name="WasMissed">It was sent while there was no connection, and fetched later.</param>
    public sealed record MessageReceived(Message Message, bool WasMissed) : LiveEvent;

    public sealed record MessageEdited(Message Message) : LiveEvent;

    public sealed record MessageDeleted(string SpaceId, string MessageId) : LiveEvent;

    /// <summary>Messages that were sent while there was no connection could not all be fetched.</summary>
    public sealed record Gap(string SpaceId, SpacesError Error) : LiveEvent;

    /// <summary>This listener was too slow and lost that many events.</summary>
    public sealed record Lost(long Count) : LiveEvent;

    /// <summary>The space was renamed, archived or restored.</summary>
    /// <param name="Category">As the API sends it: <c>topic.updated</c>, …</param>
    public sealed record SpaceChanged(string SpaceId, string Category, string? Title) : LiveEvent;

    /// <summary>A participant came, or changed their state.</summary>
    public sealed record Present(string SpaceId, LiveParticipant Participant) : LiveEvent;

    public sealed record Left(string SpaceId, LiveParticipant Participant) : LiveEvent;

    public sealed record Typing(string SpaceId, LiveParticipant Participant) : LiveEvent;

    /// <summary>Meetings, recordings, tracks and calls.</summary>
    /// <param name="Category">As the API sends it: <c>app.event.meeting.started</c>, <c>space.call.offer</c>, …</param>
    public sealed record Media(string SpaceId, string Category, Sender? Sender, JsonElement Content) : LiveEvent;

    /// <summary>An event that this version does not know.</summary>
    public sealed record Unknown(string Name, JsonElement Payload) : LiveEvent;
}

public enum LiveStatus
{
    /// <summary>There is no connection yet, or not at the moment.</summary>
    Connecting,
    Connected,

    /// <summary>Ended for good; see <see cref="LiveEvent.Ended"/>.</summary>
    Ended,
}

/// <summary>A confirmed subscription to a space.</summary>
public sealed record LiveSubscription(string SpaceId, string? SessionId);
