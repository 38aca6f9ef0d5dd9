namespace AvayaCloud.Spaces;

/// <summary>Changes to a space; null leaves a member as it is [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record SpaceChange
{
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>All restrictions, not only new ones; for instance <see cref="SpaceDetails.NoHistoryForGuests"/>.</summary>
    [JsonPropertyName("restrict")] public IReadOnlyList<string>? Restrictions { get; init; }
    [JsonPropertyName("settings")] public SpaceSettings? Settings { get; init; }
    [JsonPropertyName("msgRetention")] public Retention? Retention { get; init; }
}

/// <summary>Who needs the PIN [docs A/api/spaces/spaces_spaceid__post] [docs D/guides/personal-meeting-room].</summary>
public sealed record PinRule
{
    [JsonPropertyName("allGuests")] public bool AllGuests { get; init; }
}

/// <summary>The user's own settings for a space; null leaves one as it is [docs A/api/users/users_me_spaces_spaceid_preference].</summary>
public sealed record SpacePreference
{
    [JsonPropertyName("isPinned")] public bool? IsPinned { get; init; }
    [JsonPropertyName("notification")] public string? Notification { get; init; }
}
