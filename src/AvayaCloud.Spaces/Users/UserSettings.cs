namespace AvayaCloud.Spaces;

/// <summary>A user's settings [repo SDK] [docs D/api/users/users_me_settings_id].</summary>
public sealed record UserSettings : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("muteaudio")] public bool MuteAudio { get; init; }
    [JsonPropertyName("mutevideo")] public bool MuteVideo { get; init; }
    [JsonPropertyName("disableAutoJoin")] public bool DisableAutoJoin { get; init; }
    [JsonPropertyName("disablePreviewWhenJoin")] public bool DisablePreview { get; init; }
    [JsonPropertyName("autoAcceptInvite")] public string? AcceptInvitesFrom { get; init; }
    [JsonPropertyName("autoHideWebTutorial")] public bool HideTutorial { get; init; }
    [JsonPropertyName("mANotif")] public string? MobileSound { get; init; }
    [JsonPropertyName("mNotif")] public string? Mobile { get; init; }
    [JsonPropertyName("dANotif")] public string? DesktopSound { get; init; }
    [JsonPropertyName("dNotif")] public string? Desktop { get; init; }
    [JsonPropertyName("eula_version_agreed")] public string? EulaAgreed { get; init; }
    [JsonPropertyName("toc_version_agreed")] public string? TermsAgreed { get; init; }
    [JsonPropertyName("tourFeatures")] public IReadOnlyList<string> TourFeatures { get; init => field = value ?? []; } = [];

    /// <summary>The company's policy forbids files in messages.</summary>
    [JsonIgnore]
    public bool FilesAreForbidden => Policy?.User?.Denied?.Attachments == true;

    [JsonInclude, JsonPropertyName("companyPolicy"), JsonConverter(typeof(LenientObject<CompanyPolicy>))]
    internal CompanyPolicy? Policy { get; init; }
}

internal sealed record CompanyPolicy
{
    [JsonPropertyName("user"), JsonConverter(typeof(LenientObject<UserPolicy>))] public UserPolicy? User { get; init; }
}

internal sealed record UserPolicy
{
    [JsonPropertyName("denyFeatures"), JsonConverter(typeof(LenientObject<DeniedFeatures>))] public DeniedFeatures? Denied { get; init; }
}

internal sealed record DeniedFeatures
{
    [JsonPropertyName("attachment")] public bool Attachments { get; init; }
}

/// <summary>Settings to change; null leaves a setting as it is [docs D/api/users/users_me_settings_id].</summary>
public sealed record UserSettingsChange
{
    [JsonPropertyName("eula_version_agreed")] public string? EulaAgreed { get; init; }
    [JsonPropertyName("toc_version_agreed")] public string? TermsAgreed { get; init; }

    /// <summary><c>relation</c> or <c>none</c>.</summary>
    [JsonPropertyName("autoAcceptInvite")] public string? AcceptInvitesFrom { get; init; }
    [JsonPropertyName("autoHideWebTutorial")] public bool? HideTutorial { get; init; }

    /// <summary><c>none</c>, <c>direct</c> or <c>all</c>.</summary>
    [JsonPropertyName("mANotif")] public string? MobileSound { get; init; }
    [JsonPropertyName("mNotif")] public string? Mobile { get; init; }
    [JsonPropertyName("dANotif")] public string? DesktopSound { get; init; }
    [JsonPropertyName("dNotif")] public string? Desktop { get; init; }
    [JsonPropertyName("muteaudio")] public bool? MuteAudio { get; init; }
    [JsonPropertyName("mutevideo")] public bool? MuteVideo { get; init; }
    [JsonPropertyName("disableAutoJoin")] public bool? DisableAutoJoin { get; init; }
    [JsonPropertyName("tourFeatures")] public IReadOnlyList<string>? TourFeatures { get; init; }
}
