namespace SpacesPortal.Spaces;

/// <summary>Who is writing. Avaya reports that a user types, but not that they stop, so a report counts for six seconds.</summary>
internal sealed class TypingUsers(TimeProvider clock)
{
    private static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(6);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (LiveParticipant User, DateTimeOffset Until)> _users = new(StringComparer.Ordinal);

    public IReadOnlyList<LiveParticipant> Now
    {
        get
        {
            lock (_lock)
                return [.. _users.Values.Where(it => it.Until > clock.GetUtcNow()).Select(it => it.User)];
        }
    }

    /// <param name="user">Who types.</param>
    /// <param name="onStopped">Called when the report has expired.</param>
    public void Add(LiveParticipant user, Action onStopped)
    {
        lock (_lock)
            _users[user.Id] = (user, clock.GetUtcNow() + ShownFor);
        _ = NotifyLaterAsync(onStopped);
    }

    public void Remove(string? userId)
    {
        lock (_lock)
            _users.Remove(userId ?? "");
    }

    private async Task NotifyLaterAsync(Action onStopped)
    {
        await Task.Delay(ShownFor, clock);
        onStopped();
    }
}
