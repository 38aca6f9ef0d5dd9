namespace AvayaCloud.Spaces;

/// <summary>What an admin wants otherwise; what is null stays as it is [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record SpaceChange
{
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }

    /// <summary>For instance <see cref="SpaceDetails.NoHistoryForGuests"/>; all of them, not only the new ones.</summary>
    [JsonPropertyName("restrict")] public IReadOnlyList<string>? Restrictions { get; init; }
    [JsonPropertyName("settings")] public SpaceSettingsChange? Settings { get; init; }
    [JsonPropertyName("msgRetention")] public RetentionChange? Retention { get; init; }
}

/// <summary>Settings that are to be otherwise [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record SpaceSettingsChange
{
    /// <summary>Empty takes the PIN away.</summary>
    [JsonPropertyName("confPin")] public string? Pin { get; init; }
    [JsonPropertyName("passwordRequired")] public PinRule? PinRule { get; init; }
    [JsonPropertyName("memberOnly")] public bool? MembersOnly { get; init; }
    [JsonPropertyName("allowPasswordInURL")] public bool? AllowPinInUrl { get; init; }
    [JsonPropertyName("autoStart")] public bool? AutoStart { get; init; }
    [JsonPropertyName("hideAutoStartPrompt")] public bool? HideAutoStartPrompt { get; init; }

    // Not with what else it holds: a PIN.
    public override string ToString() => nameof(SpaceSettingsChange);
}

/// <summary>Who must know the PIN [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record PinRule
{
    [JsonPropertyName("allGuests")] public bool AllGuests { get; init; }
}

/// <summary>How long messages are to be kept [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record RetentionChange
{
    /// <summary>Days, where the type is <c>delete_after_days</c>.</summary>
    [JsonPropertyName("retentionLength")] public int? Days { get; init; }

    /// <summary><c>forever</c> or <c>delete_after_days</c>.</summary>
    [JsonPropertyName("retentionType")] public string? Type { get; init; }
    [JsonPropertyName("notInheritParentPolicy")] public bool? IgnoresCompanyPolicy { get; init; }
}

/// <summary>What a space is to oneself; what is null stays [docs A/api/users/users_me_spaces_spaceid_preference].</summary>
public sealed record SpacePreference
{
    [JsonPropertyName("isPinned")] public bool? IsPinned { get; init; }
    [JsonPropertyName("notification")] public string? Notification { get; init; }
}
