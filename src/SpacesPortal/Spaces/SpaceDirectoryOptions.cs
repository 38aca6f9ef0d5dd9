namespace SpacesPortal.Spaces;

internal sealed class SpaceDirectoryOptions
{
    /// <summary>After this, the next listing starts another walk and shows the old rows meanwhile.</summary>
    public TimeSpan FreshFor { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>An index that is not read for this long is dropped.</summary>
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After a walk that failed midway, unless Avaya asked for a longer pause.</summary>
    public TimeSpan PauseAfterTrouble { get; set; } = TimeSpan.FromSeconds(10);

    public int MostSessions { get; set; } = 2_000;

    public int MostSpaces { get; set; } = 20_000;
}
