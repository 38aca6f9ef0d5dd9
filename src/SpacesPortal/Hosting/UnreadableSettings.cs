using System.ComponentModel;
using AvayaCloud.Identity;

namespace SpacesPortal.Hosting;

/// <summary>
/// The binder stops at the first value that it cannot convert, and hides every other mistake. So those values are looked at first, named,
/// and set aside, that the rest can be checked.
/// </summary>
internal static class UnreadableSettings
{
    private static readonly (string Key, Type Type, string Default, string Cure)[] Typed =
    [
        ("AvayaCloud:Environment", typeof(AvayaCloudEnvironment), "Production", "one of Production, Staging, Zang and Sandbox"),
        ("AvayaCloud:Pkce", typeof(PkceMethod), "S256", "one of S256, Plain and None"),
        ("Session:IdleTimeout", typeof(TimeSpan), "08:00:00", "a time span such as 08:00:00"),
        ("Session:AbsoluteTimeout", typeof(TimeSpan), "1.00:00:00", "a time span such as 1.00:00:00"),
        ("Sandbox:Port", typeof(int), "0", "a port number"),
        ("Sandbox:Spaces", typeof(int), "24", "a whole number up to 10000"),
        ("Sandbox:Seed", typeof(int), "2026", "a whole number"),
    ];

    public static IReadOnlyList<string> SetAside(ConfigurationManager configuration)
    {
        List<string> mistakes = [];
        foreach (var (key, type, usual, cure) in Typed)
        {
            if (configuration[key] is not { Length: > 0 } text || TypeDescriptor.GetConverter(type).IsValid(text))
                continue;
            mistakes.Add($"{key} cannot be read: it must be {cure}.");
            configuration[key] = usual;
        }

        return mistakes;
    }
}
