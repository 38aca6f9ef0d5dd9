using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Sessions;

namespace SpacesPortal.Tests.Host;

/// <summary>Balancers and orchestrators ask a replica by whatever address they have of it.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private static readonly string[] Checks = ["/health/live", "/health/ready"];

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("spaces-keys-");
    private PortalHost _portal = null!;

    public static TheoryData<string> Hosts =>
        ["10.0.3.17:8080", "[fd00::17]:8080", "spaces-portal-7d9f.default.svc", "portal.example.com", "127.0.0.1"];

    public async ValueTask InitializeAsync() =>
        _portal = await PortalHost.StartAsync(
            "Production", ("Portal:PublicUrl", "https://portal.example.com"), ("Portal:KeysDirectory", _keys.FullName));

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Health_answers_by_any_host_name(string host)
    {
        foreach (var check in Checks)
        {
            Assert.Equal(200, await AskAsync($"GET {check} HTTP/1.1", $"Host: {host}"));
            Assert.Equal(200, await AskAsync($"HEAD {check} HTTP/1.1", $"Host: {host}"));
        }
    }

    [Fact]
    public async Task Health_answers_requests_without_a_host()
    {
        foreach (var check in Checks)
        {
            Assert.Equal(200, await AskAsync($"GET {check} HTTP/1.0"));
            Assert.Equal(200, await AskAsync($"GET {check} HTTP/1.1", "Host:"));
        }
    }

    [Fact]
    public async Task A_stopping_replica_is_alive_and_not_ready_by_any_host_name()
    {
        await _portal.Services.GetRequiredService<Drain>().StoppingAsync(TestContext.Current.CancellationToken);

        foreach (var host in Hosts.Select(row => row.Data))
        {
            Assert.Equal(503, await AskAsync("GET /health/ready HTTP/1.1", $"Host: {host}"));
            Assert.Equal(200, await AskAsync("GET /health/live HTTP/1.1", $"Host: {host}"));
        }

        Assert.Equal(503, await AskAsync("GET /health/ready HTTP/1.0"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/health/ready/more")]
    [InlineData("/signin")]
    [InlineData("/app.css")]
    public async Task Nothing_else_is_sent_to_another_host(string address)
    {
        Assert.Equal(400, await AskAsync($"GET {address} HTTP/1.1", "Host: 10.0.3.17:8080"));
        Assert.Equal(400, await AskAsync($"GET {address} HTTP/1.0"));
    }

    private async Task<int> AskAsync(string line, params string[] headers) =>
        RawRequest.StatusOf(await RawRequest.SendAsync(_portal.Address, [line, .. headers, "Connection: close"]));
}
