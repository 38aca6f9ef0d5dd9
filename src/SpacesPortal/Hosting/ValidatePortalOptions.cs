namespace SpacesPortal.Hosting;

/// <summary>Checks the section <c>Portal</c>, and reports every error at once with its key and the fix.</summary>
internal sealed class ValidatePortalOptions(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        List<string> errors = [.. FindAddressErrors(options), .. FindStorageErrors(options)];
        if (options.KeysCertificate is { Length: > 0 } file && Keys.FindCertificateError(options) is { } error)
            errors.Add($"Portal:KeysCertificate ({file}) {error}.");
        if (options.DrainDelay < TimeSpan.Zero || options.DrainDelay > PortalOptions.LongestDrain)
        {
            errors.Add(
                "Portal:DrainDelay must lie between 00:00:00 and 00:00:20: orchestrators end a process that takes longer to stop.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> FindAddressErrors(PortalOptions options)
    {
        if (options.PublicUrl is not { Length: > 0 })
        {
            if (!environment.IsDevelopment())
                yield return "Portal:PublicUrl is missing: set it to the address that people use, such as https://portal.example.com.";
            yield break;
        }

        if (options.PublicAddress is not { } address || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            yield return "Portal:PublicUrl must be an absolute https address, such as https://portal.example.com.";
        else if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            yield return "Portal:PublicUrl must be https (http on loopback only): the session cookie would travel unencrypted.";
        else if (address.PathAndQuery != "/" || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            yield return "Portal:PublicUrl must end after the host and port: the portal stands at the root of its host.";
    }

    private IEnumerable<string> FindStorageErrors(PortalOptions options)
    {
        if (Cluster.IsConfigured(configuration))
        {
            if (Cluster.FindError(configuration) is { } error)
                yield return $"{Cluster.Setting} {error}.";
        }
        else if (options.KeysDirectory is { Length: > 0 } directory)
        {
            if (FindDirectoryError(directory) is { } error)
            {
                yield return $"Portal:KeysDirectory cannot be written to ({directory}: {error}): "
                    + "mount a volume there for the portal's user.";
            }
        }
        else if (!environment.IsDevelopment())
        {
            yield return "Portal:KeysDirectory is missing: set it to a directory on a volume, or every restart signs everyone out. "
                + "Replicas share theirs through ConnectionStrings:Portal.";
        }
    }

    private static string? FindDirectoryError(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var probe = Path.Combine(directory, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.GetType().Name;
        }
    }
}
