using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>Switches to turn; what is null stays [docs D/api/users/users_me_settings_id].</summary>
public sealed record UserSettingsChange
{
    [JsonPropertyName("eula_version_agreed")]
    public string? EulaAgreed { get; init; }

    [JsonPropertyName("toc_version_agreed")]
    public string? TermsAgreed { get; init; }

    /// <summary><c>relation</c> or <c>none</c>.</summary>
    [JsonPropertyName("autoAcceptInvite")]
    public string? AcceptInvitesFrom { get; init; }

    [JsonPropertyName("autoHideWebTutorial")]
    public bool? HideTutorial { get; init; }

    /// <summary><c>none</c>, <c>direct</c> or <c>all</c>.</summary>
    [JsonPropertyName("mANotif")]
    public string? MobileSound { get; init; }

    [JsonPropertyName("mNotif")]
    public string? Mobile { get; init; }

    [JsonPropertyName("dANotif")]
    public string? DesktopSound { get; init; }

    [JsonPropertyName("dNotif")]
    public string? Desktop { get; init; }

    [JsonPropertyName("muteaudio")]
    public bool? MuteAudio { get; init; }

    [JsonPropertyName("mutevideo")]
    public bool? MuteVideo { get; init; }

    [JsonPropertyName("disableAutoJoin")]
    public bool? DisableAutoJoin { get; init; }

    [JsonPropertyName("tourFeatures")]
    public IReadOnlyList<string>? TourFeatures { get; init; }
}
