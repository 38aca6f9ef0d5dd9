namespace AvayaCloud.Sandbox.State;

/// <summary>The settings of users, by their names on the wire [docs D/api/users/users_me_settings_id] [repo SDK].</summary>
internal sealed class UserSettingsStore
{
    private readonly Dictionary<string, JsonObject> _settings = new(StringComparer.Ordinal);

    public JsonObject Get(Person person)
    {
        if (!_settings.TryGetValue(person.SpacesId, out var settings))
            _settings[person.SpacesId] = settings = CreateDefaults();
        return settings;
    }

    public void Clear() => _settings.Clear();

    private static JsonObject CreateDefaults() => new()
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
    };
}
