namespace SpacesPortal.Hosting;

/// <summary>Refuses to start on wrong settings, with all of them named at once on the error stream.</summary>
internal static class StartCheck
{
    public static bool IsSound(WebApplication app)
    {
        // A setting that cannot be read has its default, so what a rule says about that default is not reported as well.
        List<string> errors = [.. FindErrors(app.Services).DistinctBy(KeyOf)];
        if (errors.Count == 0)
            return true;

        Console.Error.WriteLine(
            $"The portal does not start: {errors.Count} {(errors.Count == 1 ? "setting is" : "settings are")} wrong.");
        foreach (var error in errors)
            Console.Error.WriteLine($"  - {error}");
        Console.Error.WriteLine(
            "Every setting can also come from the environment, with __ for the colon: AvayaCloud__ClientId. See docs/operate.md.");
        return false;
    }

    private static IEnumerable<string> FindErrors(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException failed)
        {
            return failed.Failures;
        }
        catch (AggregateException failed)
        {
            return failed.InnerExceptions.Cast<OptionsValidationException>().SelectMany(section => section.Failures);
        }
    }

    private static string KeyOf(string error) => error[..error.IndexOf(' ', StringComparison.Ordinal)];
}
