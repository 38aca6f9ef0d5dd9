namespace AvayaCloud.Sandbox.State;

/// <summary>The settings that admins may change [docs A/api/spaces/spaces_spaceid__post].</summary>
internal sealed record SpaceSettings
{
    /// <summary>Empty when no PIN is set [repo SDK].</summary>
    public string Pin { get; init; } = "";
    public bool GuestsNeedPin { get; init; }
    public bool AllowPinInUrl { get; init; }
    public bool MemberOnly { get; init; }
    public bool AutoStart { get; init; }
    public bool HideAutoStartPrompt { get; init; }
    public bool IsEvent { get; init; }
    public int MaxResolution { get; init; } = 1080;

    /// <summary>For instance <see cref="NoHistoryForGuests"/>.</summary>
    public IReadOnlyList<string> Restrict { get; init; } = [NoHistoryForGuests];
    public int RetentionDays { get; init; }
    public string Retention { get; init; } = "forever";
    public bool IgnoresParentRetention { get; init; }

    public const string NoHistoryForGuests = "deny_guest_access_history_msg";
}
