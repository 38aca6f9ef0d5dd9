namespace AvayaCloud.Spaces;

/// <summary>Changes to a space; null leaves a member as it is [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record SpaceChange
{
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>All restrictions, not only new ones; for instance <see cref="SpaceDetails.NoHistoryForGuests"/>.</summary>
    [JsonPropertyName("restrict")] public IReadOnlyList<string>? Restrictions { get; init; }
    [JsonPropertyName("settings")] public SpaceSettingsChange? Settings { get; init; }
    [JsonPropertyName("msgRetention")] public RetentionChange? Retention { get; init; }
}

/// <summary>Changes to settings; null leaves a setting as it is [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record SpaceSettingsChange
{
    /// <summary>Empty removes the PIN.</summary>
    [JsonPropertyName("confPin")] public string? Pin { get; init; }
    [JsonPropertyName("passwordRequired")] public PinRule? PinRule { get; init; }
    [JsonPropertyName("memberOnly")] public bool? MembersOnly { get; init; }
    [JsonPropertyName("allowPasswordInURL")] public bool? AllowPinInUrl { get; init; }
    [JsonPropertyName("autoStart")] public bool? AutoStart { get; init; }
    [JsonPropertyName("hideAutoStartPrompt")] public bool? HideAutoStartPrompt { get; init; }

    // Without the PIN.
    public override string ToString() => nameof(SpaceSettingsChange);
}

/// <summary>Who needs the PIN [docs A/api/spaces/spaces_spaceid__post] [docs D/guides/personal-meeting-room].</summary>
public sealed record PinRule
{
    [JsonPropertyName("allGuests")] public bool AllGuests { get; init; }
}

/// <summary>How long to keep messages [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record RetentionChange
{
    /// <summary>Used if the type is <c>delete_after_days</c>.</summary>
    [JsonPropertyName("retentionLength")] public int? Days { get; init; }

    /// <summary><c>forever</c> or <c>delete_after_days</c>.</summary>
    [JsonPropertyName("retentionType")] public string? Type { get; init; }
    [JsonPropertyName("notInheritParentPolicy")] public bool? IgnoresCompanyPolicy { get; init; }
}

/// <summary>The user's own settings for a space; null leaves one as it is [docs A/api/users/users_me_spaces_spaceid_preference].</summary>
public sealed record SpacePreference
{
    [JsonPropertyName("isPinned")] public bool? IsPinned { get; init; }
    [JsonPropertyName("notification")] public string? Notification { get; init; }
}
