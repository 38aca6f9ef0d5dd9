namespace AvayaCloud.Spaces;

/// <summary>One service app: the account that a program has of its own [seed 3].</summary>
public sealed class ServiceAppOptions
{
    /// <summary>The file that the developer portal's Download Key button gives, <c>service-key-….json</c>. Read once, at start.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>Of each token. The API refuses more than an hour by its own clock [seed 3]; the default leaves five minutes for clocks that
    /// differ.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(55);

    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    internal static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
}

/// <summary>Reads every key file at start, and tells all that is wrong with it at once.</summary>
internal sealed class ValidateServiceAppOptions(string name) : IValidateOptions<ServiceAppOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, ServiceAppOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var (key, found) = ServiceAppKeyFile.Read(options.KeyFile);
        key?.Dispose();
        List<string> problems = [.. found.Select(problem => $"The key file of the service app \"{name}\" ({options.KeyFile}): {problem}")];
        if (options.TokenLifetime > ServiceAppOptions.Longest || options.TokenLifetime < ServiceAppOptions.Shortest)
            problems.Add($"The tokens of the service app \"{name}\" must live between a minute and an hour: the API refuses longer ones.");
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}

/// <summary>What service apps are known by in a host.</summary>
public static class SpacesServiceApp
{
    /// <summary>The key of the services of an app that was added without a name.</summary>
    public const string DefaultName = "service-app";
}
