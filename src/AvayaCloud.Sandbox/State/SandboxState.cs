namespace AvayaCloud.Sandbox.State;

/// <summary>
/// The world behind REST and socket: one, mutable, safe for all at once. Every change of it is told by <see cref="Changes"/>.
/// </summary>
internal sealed record SandboxState(
    StateFeed Changes, SpaceTable Table, SpaceStore Spaces, MessageStore Messages, MeetingStore Meetings, InviteStore Invites,
    FileStore Files, PeopleStore People,
    StateClock Clock)
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<StateFeed>().AddSingleton<StateClock>().AddSingleton<ObjectIds>();
        services.AddSingleton<SpaceSeed>().AddSingleton<MessageSeed>().AddSingleton<MeetingSeed>();
        services.AddSingleton<SpaceTable>().AddSingleton<SpaceStore>().AddSingleton<MessageStore>().AddSingleton<MeetingStore>();
        services.AddSingleton<InviteStore>().AddSingleton<FileStore>().AddSingleton<PeopleStore>().AddSingleton<SandboxState>();
    }

    /// <summary>Back to what follows from the seed.</summary>
    public void Clear()
    {
        lock (Changes.Gate)
        {
            Table.Clear();
            Messages.Clear();
            Meetings.Clear();
            Invites.Clear();
            Files.Clear();
            People.Clear();
        }
    }
}
