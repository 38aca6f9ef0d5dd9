using Microsoft.Extensions.Options;

namespace AvayaCloud.Spaces;

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
