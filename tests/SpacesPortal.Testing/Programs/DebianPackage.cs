namespace SpacesPortal.Testing;

/// <summary>A program that a suite needs, and the error that names the missing package.</summary>
internal sealed record DebianPackage(string Name, params string[] Paths)
{
    public static readonly DebianPackage Chromium = new("chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser");
    public static readonly DebianPackage HaProxy = new("haproxy", "/usr/sbin/haproxy");
    public static readonly DebianPackage Node = new("nodejs", "/usr/bin/node", "/usr/local/bin/node");
    public static readonly DebianPackage PgBouncer = new("pgbouncer", "/usr/sbin/pgbouncer");

    public string Program => Array.Find(Paths, File.Exists) ?? throw Missing(Name);

    public static InvalidOperationException Missing(string package) =>
        new($"The Debian package {package} is not installed. Install it, or run eng/setup.sh.");
}
