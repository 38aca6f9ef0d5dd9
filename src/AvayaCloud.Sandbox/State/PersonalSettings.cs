namespace AvayaCloud.Sandbox.State;

/// <summary>A person's switches by the names that the wire has for them [docs D/api/users/users_me_settings_id] [repo SDK].</summary>
internal sealed record PersonalSettings(IReadOnlyDictionary<string, JsonNode?> Values)
{
    public static PersonalSettings Default { get; } = new(new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
    {
        ["eula_version_agreed"] = "1.0",
        ["toc_version_agreed"] = "1.0",
        ["autoAcceptInvite"] = "relation",
        ["autoHideWebTutorial"] = true,
        ["mANotif"] = "all",
        ["mNotif"] = "all",
        ["dANotif"] = "all",
        ["dNotif"] = "all",
        ["muteaudio"] = false,
        ["mutevideo"] = false,
        ["disableAutoJoin"] = false,
        ["disablePreviewWhenJoin"] = false,
        ["tourFeatures"] = new JsonArray(),
    });

    public PersonalSettings With(string name, JsonNode? value) =>
        new(new Dictionary<string, JsonNode?>(Values, StringComparer.Ordinal) { [name] = value?.DeepClone() });
}
