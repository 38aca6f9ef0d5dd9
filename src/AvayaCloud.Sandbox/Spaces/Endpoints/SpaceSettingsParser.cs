namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Parses a change of a space by an admin. Absent members keep their value [docs A/api/spaces/spaces_spaceid__post].</summary>
internal static class SpaceSettingsParser
{
    private const int MaxTitleLength = 255;
    private const int MaxPinLength = 64;

    /// <summary>The changed space, or null with an error.</summary>
    public static Space? Parse(JsonNode? body, Space space, out string error)
    {
        var settings = body.GetMember("settings");
        var retention = body.GetMember("msgRetention");
        var title = body.GetString("title")?.Trim() ?? space.Title;
        error = body switch
        {
            not JsonObject => "The body is not an object.",
            _ when title.Length is 0 or > MaxTitleLength && body.GetString("title") is not null => "The title is empty or too long.",
            _ when settings.GetString("confPin")?.Length > MaxPinLength => "The confPin is too long.",
            _ when retention.GetString("retentionType") is not (null or "forever" or "delete_after_days") =>
                "The retentionType is not known.",
            _ when retention.GetInt32("retentionLength") < 0 => "The retentionLength is below zero.",
            _ when space.Kind == SpaceKind.Direct => "A direct space has no settings.",
            _ => "",
        };
        return error.Length > 0 ? null : space with
        {
            Title = title,
            Description = body.GetString("description") ?? space.Description,
            Settings = Merge(space.Settings, body, settings, retention),
        };
    }

    private static SpaceSettings Merge(SpaceSettings before, JsonNode? body, JsonNode? settings, JsonNode? retention) => before with
    {
        Pin = settings.GetString("confPin") ?? before.Pin,
        GuestsNeedPin = settings.GetMember("passwordRequired").GetBoolean("allGuests") ?? before.GuestsNeedPin,
        AllowPinInUrl = settings.GetBoolean("allowPasswordInURL") ?? before.AllowPinInUrl,
        MemberOnly = settings.GetBoolean("memberOnly") ?? before.MemberOnly,
        AutoStart = settings.GetBoolean("autoStart") ?? before.AutoStart,
        HideAutoStartPrompt = settings.GetBoolean("hideAutoStartPrompt") ?? before.HideAutoStartPrompt,
        IsEvent = settings.GetMember("mpaasSettings").GetMember("eventConference").GetBoolean("enable") ?? before.IsEvent,
        MaxResolution = settings.GetMember("mpaasSettings").GetInt32("maxResolution") ?? before.MaxResolution,
        Restrict = body.GetArray("restrict")?.Select(it => it.GetString()).OfType<string>().ToList() ?? before.Restrict,
        RetentionDays = retention.GetInt32("retentionLength") ?? before.RetentionDays,
        Retention = retention.GetString("retentionType") ?? before.Retention,
        IgnoresParentRetention = retention.GetBoolean("notInheritParentPolicy") ?? before.IgnoresParentRetention,
    };
}
