using System.Net;

namespace SpacesPortal.Tests.Sessions;

/// <summary>
/// Tabs that were opened before another user signed in, or whose socket has another cookie than its requests.
/// </summary>
public sealed class SecondTabTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/?returnUrl=%2Fspaces%3Fq%3Da", "/spaces?q=a")]
    public async Task The_sign_in_button_of_an_old_tab_leads_into_the_portal(string address, string target)
    {
        using var visitor = _portal.Visit();
        var form = await visitor.GetFieldsAsync(address, "signin");
        await visitor.SignInAsync(_portal.Ada, "/signin");
        _portal.Avaya.Log.Clear();

        var answer = await visitor.PostAsync("/signin", form);

        Assert.Equal((HttpStatusCode.Redirect, target), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Empty(_portal.Avaya.Log.Requests);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    public async Task The_return_address_is_local(string returnUrl)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);

        Assert.Equal("/", (await visitor.PostAsync("/signin", ("returnUrl", returnUrl))).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_socket_with_another_cookie_than_the_page_is_told_to_ask_and_the_request_finds_the_session(bool isAnotherUser)
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        using var other = isAnotherUser
            ? await _portal.VisitAsync(_portal.Avaya.Users.First(person => person.Role == "member"))
            : _portal.Visit();
        var mark = await PageChannel.GetMarkAsync(visitor);

        await using var socket = await OpenPage.OpenAsync(other, mark);
        Assert.Equal("ask", await socket.Message);

        await using var page = await OpenPage.OpenAsync(visitor, mark);
        Assert.Equal(HttpStatusCode.OK, (await page.SendAsync(HttpMethod.Get, "/session/state")).StatusCode);
    }

    [Fact]
    public async Task The_picture_is_cached_for_its_session_alone()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);
        var photo = await visitor.GetAsync("/profile/photo");
        Assert.Contains("Cookie", photo.Headers.Vary);
        Assert.True(photo.Headers.CacheControl?.Private);
    }
}
