namespace AvayaCloud.Spaces;

/// <summary>A space with its settings and members, when it is opened, joined or changed [wire 4.8].</summary>
public sealed record SpaceDetails : SpaceSummary
{
    /// <summary>One of <see cref="Restrictions"/>: guests see only messages that are sent while they are present.</summary>
    public const string NoHistoryForGuests = "deny_guest_access_history_msg";

    [JsonPropertyName("restrict")] public IReadOnlyList<string> Restrictions { get; init => field = value ?? []; } = [];

    /// <summary>May be incomplete; <see cref="SpaceCalls.ListMembersAsync"/> returns all members.</summary>
    [JsonPropertyName("members"), JsonConverter(typeof(LenientList<Member>))]
    public IReadOnlyList<Member> Members { get; init => field = value ?? []; } = [];
    [JsonPropertyName("settings"), JsonConverter(typeof(LenientObject<SpaceSettings>))] public SpaceSettings? Settings { get; init; }
    [JsonPropertyName("msgRetention"), JsonConverter(typeof(LenientObject<Retention>))] public Retention? Retention { get; init; }
}

/// <summary>The settings that admins can change [wire 4.8]. In a <see cref="SpaceChange"/>, null leaves a setting as it is.</summary>
public sealed record SpaceSettings
{
    [JsonPropertyName("confId")] public string? ConferenceId { get; init; }

    /// <summary>Visible to admins. A PIN that is not empty is required [repo SDK]; an empty one removes it.</summary>
    [JsonPropertyName("confPin")] public string? Pin { get; init; }
    [JsonPropertyName("passwordRequired"), JsonConverter(typeof(LenientObject<PinRule>))] public PinRule? PinRule { get; init; }
    [JsonPropertyName("memberOnly")] public bool? MembersOnly { get; init; }
    [JsonPropertyName("allowPasswordInURL")] public bool? AllowsPinInUrl { get; init; }
    [JsonPropertyName("autoStart")] public bool? AutoStart { get; init; }
    [JsonPropertyName("hideAutoStartPrompt")] public bool? HidesAutoStartPrompt { get; init; }

    [JsonPropertyName("mpaasSettings"), JsonConverter(typeof(LenientObject<ConferenceSettings>))]
    public ConferenceSettings? Conference { get; init; }

    // Without the PIN.
    public override string ToString() => $"{nameof(SpaceSettings)} {(Pin is null ? "without" : "with")} a PIN";
}

/// <summary>The API's <c>mpaasSettings</c> [wire 4.8].</summary>
public sealed record ConferenceSettings
{
    [JsonPropertyName("mixerMode")] public string? MixerMode { get; init; }
    [JsonPropertyName("maxResolution")] public string? MaxResolution { get; init; }
}

/// <summary>How long messages are kept [wire 4.8] [docs A/api/spaces/spaces_spaceid__post].</summary>
public sealed record Retention
{
    /// <summary>Used if the type is <c>delete_after_days</c>.</summary>
    [JsonPropertyName("retentionLength")] public long? Days { get; init; }

    /// <summary><c>forever</c> or <c>delete_after_days</c>.</summary>
    [JsonPropertyName("retentionType")] public string? Type { get; init; }
    [JsonPropertyName("notInheritParentPolicy")] public bool? IgnoresCompanyPolicy { get; init; }
}
