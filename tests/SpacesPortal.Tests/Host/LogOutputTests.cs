using System.Text.Json.Nodes;

namespace SpacesPortal.Tests.Host;

/// <summary>What is written to standard output, and what happens when it is not read.</summary>
public sealed class LogOutputTests
{
    private const int Served = 1001;
    private const int Dropped = 1002;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("HEAD", "/", 200)]
    [InlineData("HEAD", "/health/live", 200)]
    [InlineData("HEAD", "/nowhere", 404)]
    [InlineData("POST", "/nowhere", 405)]
    [InlineData("DELETE", "/profile", 405)]
    [InlineData("POST", "/signout", 302)]
    public async Task The_log_has_a_request_with_its_original_method_and_path(string method, string path, int status)
    {
        await using var portal = await ProductionPortal.StartUnreadAsync();

        var answered = await portal.SendAsync(new HttpMethod(method), path + "?code=canary");

        var entry = await ReadAsync(portal, Served);
        Assert.NotNull(entry);
        Assert.Equal((method, path, answered), ((string)entry["Method"]!, (string)entry["Path"]!, (int)entry["Status"]!));
        Assert.Equal(status, answered);
        Assert.DoesNotContain("canary", entry.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty((string)entry["RequestId"]!);
    }

    [Fact]
    public async Task Requests_are_silenced_by_the_level_of_their_category()
    {
        await using var portal = await ProductionPortal.StartUnreadAsync(("Logging__LogLevel:Serilog.AspNetCore", "Warning"));
        await portal.TerminateAsync(Stop);

        Assert.Null(await ReadAsync(portal, Served));
    }

    [Fact]
    public async Task While_standard_output_is_blocked_requests_are_answered_and_dropped_entries_counted()
    {
        await using var portal = await ProductionPortal.StartUnreadAsync(
            ("Logging__LogLevel:Default", "Trace"), ("Logging__LogLevel:Microsoft", "Trace"));

        for (var number = 0; number < 600; number++)
            Assert.Equal(200, await portal.SendAsync(HttpMethod.Get, "/"));

        Assert.InRange((long)(await ReadAsync(portal, Dropped))!["Count"]!, 1, long.MaxValue);
    }

    [Fact]
    public async Task While_standard_output_is_blocked_the_portal_still_stops()
    {
        await using var portal = await ProductionPortal.StartUnreadAsync();
        for (var number = 0; number < 300; number++)
            Assert.Equal(200, await portal.SendAsync(HttpMethod.Get, "/health/live"));

        await portal.TerminateAsync(Stop);

        Assert.Equal(0, await portal.WaitForExitAsync(Stop));
    }

    /// <summary>The properties of the next entry of that id; null when the output ends before.</summary>
    private static async Task<JsonNode?> ReadAsync(PortalProcess portal, int eventId)
    {
        while (await portal.ReadLineAsync() is { } line)
        {
            var properties = JsonNode.Parse(line)!["Properties"]!;
            if ((int?)properties["EventId"]?["Id"] == eventId)
                return properties;
        }

        return null;
    }
}
