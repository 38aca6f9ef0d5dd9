namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What an admin wants otherwise; what is not sent stays [docs A/api/spaces/spaces_spaceid__post].</summary>
internal static class SettingsReading
{
    private const int LongestTitle = 255;
    private const int LongestPin = 64;

    /// <summary>The change to make, or null with a reason.</summary>
    public static Func<Space, Space>? Read(JsonNode? body, Space space, out string problem)
    {
        var (sent, retention) = (body.Member("settings"), body.Member("msgRetention"));
        var title = body.Text("title");
        problem = (
            body is not JsonObject, title?.Trim().Length, sent.Text("confPin")?.Length, retention.Text("retentionType"),
            retention.Number("retentionLength")) switch
        {
            (true, _, _, _, _) => "The body is no object.",
            (_, 0 or > LongestTitle, _, _, _) => "The title is empty or too long.",
            (_, _, > LongestPin, _, _) => "The confPin is too long.",
            (_, _, _, not (null or "forever" or "delete_after_days"), _) => "The retentionType is not known.",
            (_, _, _, _, < 0) => "The retentionLength is below zero.",
            _ when space.Kind == SpaceKind.Direct => "A direct space has no settings.",
            _ => "",
        };
        return problem.Length > 0 ? null : now => now with
        {
            Title = title?.Trim() ?? now.Title,
            Description = body.Text("description") ?? now.Description,
            Settings = Changed(now.Settings, body, sent, retention),
        };
    }

    private static SpaceSettings Changed(SpaceSettings now, JsonNode? body, JsonNode? sent, JsonNode? retention) => now with
    {
        Pin = sent.Text("confPin") ?? now.Pin,
        GuestsNeedPin = sent.Member("passwordRequired").Flag("allGuests") ?? now.GuestsNeedPin,
        AllowPinInUrl = sent.Flag("allowPasswordInURL") ?? now.AllowPinInUrl,
        MemberOnly = sent.Flag("memberOnly") ?? now.MemberOnly,
        AutoStart = sent.Flag("autoStart") ?? now.AutoStart,
        HideAutoStartPrompt = sent.Flag("hideAutoStartPrompt") ?? now.HideAutoStartPrompt,
        IsEvent = sent.Member("mpaasSettings").Member("eventConference").Flag("enable") ?? now.IsEvent,
        MaxResolution = sent.Member("mpaasSettings").Number("maxResolution") ?? now.MaxResolution,
        Restrict = body.List("restrict")?.Select(it => it.Text()).OfType<string>().ToList() ?? now.Restrict,
        RetentionDays = retention.Number("retentionLength") ?? now.RetentionDays,
        Retention = retention.Text("retentionType") ?? now.Retention,
        IgnoresParentRetention = retention.Flag("notInheritParentPolicy") ?? now.IgnoresParentRetention,
    };
}
