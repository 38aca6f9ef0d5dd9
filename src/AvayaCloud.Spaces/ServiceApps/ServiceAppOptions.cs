namespace AvayaCloud.Spaces;

/// <summary>One service app: the account that a program has of its own [seed 3].</summary>
public sealed class ServiceAppOptions
{
    /// <summary>The file that the developer portal's Download Key button gives, <c>service-key-….json</c>. Read once, at start.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>
    /// Of each token. The API refuses more than an hour by its own clock [seed 3]; the default leaves five minutes for clocks that differ.
    /// </summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(55);

    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    internal static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
}
