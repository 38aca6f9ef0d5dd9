namespace AvayaCloud.Spaces;

/// <summary>A service app, which is the account of a program [seed 3].</summary>
public sealed class ServiceAppOptions
{
    /// <summary>The service key of an app that is added without a name.</summary>
    public const string DefaultName = "service-app";

    /// <summary>The file from the developer portal's Download Key button, <c>service-key-….json</c>. It is read once, at start.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The API rejects tokens that are valid for more than an hour by its own clock [seed 3]. The default leaves five minutes for
    /// clocks that differ.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(55);

    internal static readonly TimeSpan MaxLifetime = TimeSpan.FromHours(1);
    internal static readonly TimeSpan MinLifetime = TimeSpan.FromMinutes(1);
}

/// <summary>Reads the key file at start, and reports all its errors at once.</summary>
internal sealed class ValidateServiceAppOptions(string name) : IValidateOptions<ServiceAppOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, ServiceAppOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var (key, fileErrors) = ServiceAppKeyFile.Read(options.KeyFile);
        key?.Dispose();
        List<string> errors = [.. fileErrors.Select(it => $"The key file of the service app \"{name}\" ({options.KeyFile}): {it}")];
        if (options.TokenLifetime > ServiceAppOptions.MaxLifetime || options.TokenLifetime < ServiceAppOptions.MinLifetime)
            errors.Add($"The tokens of the service app \"{name}\" must be valid for a minute to an hour. The API rejects longer ones.");
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }
}
