namespace SpacesPortal.Hosting;

/// <summary>Refuses to start on wrong settings, with all of them named at once on the error stream.</summary>
internal static class StartCheck
{
    public static bool IsSound(WebApplication app, IReadOnlyList<SettingMistake> unreadable)
    {
        string[] found =
        [
            .. MistakesOf<PortalOptions>(app.Services),
            .. MistakesOf<AvayaCloudSettings>(app.Services),
            .. MistakesOf<SessionLifetime>(app.Services),
            .. SandboxMistakes(app),
        ];
        // What was set aside is named once: that its default does not do is no news.
        List<string> mistakes =
        [
            .. unreadable.Select(mistake => mistake.ToString()),
            .. found.Where(mistake => !unreadable.Any(known => known.Covers(mistake))),
        ];
        if (mistakes.Count == 0)
            return true;

        Console.Error.WriteLine(
            $"The portal does not start: {mistakes.Count} {(mistakes.Count == 1 ? "setting is" : "settings are")} wrong.");
        foreach (var mistake in mistakes)
            Console.Error.WriteLine($"  - {mistake}");
        Console.Error.WriteLine(
            "Every setting can also come from the environment, with __ for the colon: AvayaCloud__ClientId. See docs/operate.md.");
        return false;
    }

    private static IEnumerable<string> MistakesOf<TOptions>(IServiceProvider services)
        where TOptions : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException wrong)
        {
            return wrong.Failures;
        }
    }

    private static IEnumerable<string> SandboxMistakes(WebApplication app)
    {
        var environment = app.Configuration.GetSection(AvayaCloudDefaults.Section).GetValue<AvayaCloudEnvironment>("Environment");
        if (environment == AvayaCloudEnvironment.Sandbox && !app.Environment.IsDevelopment())
        {
            yield return "AvayaCloud:Environment is Sandbox, whose demo people anybody could be: only Development may use it. "
                + "Set it to Production, Staging or Zang.";
        }
    }
}
