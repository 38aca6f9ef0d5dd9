using System.Globalization;

namespace SpacesPortal.Tests.Host;

/// <summary>Settings are read once, so no file is watched: a machine full of watchers has none left, and the start would fail.</summary>
public sealed class FileWatchTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_portal_that_has_served_pages_and_files_watches_no_file(string environment)
    {
        await using var portal = await ProductionPortal.StartAsync(
            ("ASPNETCORE_ENVIRONMENT", environment), ("AvayaCloud:Environment", "Staging"));

        foreach (var address in new[] { "/", "/app.css", "/_framework/blazor.web.js", "/signin-problem?cause=stale" })
            await portal.SendAsync(HttpMethod.Get, address);

        // Instances of inotify, of which a user of the machine has a limited number (128 by default).
        var open = Directory.EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{portal.Id}/fd"));
        Assert.DoesNotContain(open, file => new FileInfo(file).LinkTarget == "anon_inode:inotify");
    }
}
