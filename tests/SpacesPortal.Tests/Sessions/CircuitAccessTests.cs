using System.Net;

namespace SpacesPortal.Tests.Sessions;

public sealed class CircuitAccessTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.OK)]
    public async Task A_circuit_opens_for_the_portals_own_pages_only(string? origin, HttpStatusCode expected)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var address = $"/_blazor/negotiate?negotiateVersion=1&session={await PageChannel.GetMarkAsync(visitor)}";
        using var negotiate = new HttpRequestMessage(HttpMethod.Post, address);
        negotiate.Headers.TryAddWithoutValidation("Origin", origin ?? _portal.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(expected, (await visitor.SendAsync(negotiate)).StatusCode);
    }

    [Fact]
    public async Task A_circuit_of_a_page_that_was_made_for_another_session_is_refused()
    {
        using var ada = await _portal.VisitAsync(_portal.Ada);
        using var max = await _portal.VisitAsync(_portal.Avaya.Users.Single(person => person.Role == "member"));

        foreach (var mark in new[] { await PageChannel.GetMarkAsync(max), "", "x" })
        {
            var response = await ada.PostAsync($"/_blazor/negotiate?negotiateVersion=1&session={mark}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }
}
