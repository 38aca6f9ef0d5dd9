namespace AvayaCloud.Sandbox.State;

/// <summary>The data of Spaces, which its API and its socket share. A call holds <see cref="Lock"/> from its first read to its last write,
/// so each call is a transaction and the stores need no locks. Files and people are safe without it.</summary>
internal sealed record SandboxState(
    SpaceTable Table,
    SpaceStore Spaces,
    MessageStore Messages,
    MeetingStore Meetings,
    InviteStore Invites,
    FileStore Files,
    PeopleStore People,
    UserSettingsStore UserSettings,
    StateClock Clock)
{
    public Lock Lock { get; } = new();

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<StateFeed>().AddSingleton<StateClock>().AddSingleton<ObjectIds>();
        services.AddSingleton<SpaceSeed>().AddSingleton<MessageSeed>().AddSingleton<MeetingSeed>();
        services.AddSingleton<SpaceTable>().AddSingleton<SpaceStore>().AddSingleton<MessageStore>().AddSingleton<MeetingStore>();
        services.AddSingleton<InviteStore>().AddSingleton<FileStore>().AddSingleton<PeopleStore>().AddSingleton<UserSettingsStore>();
        services.AddSingleton<SandboxState>();
    }

    /// <summary>Returns to the state at the start.</summary>
    public void Clear()
    {
        lock (Lock)
        {
            Table.Clear();
            Messages.Clear();
            Meetings.Clear();
            Invites.Clear();
            Files.Clear();
            People.Clear();
            UserSettings.Clear();
        }
    }
}
