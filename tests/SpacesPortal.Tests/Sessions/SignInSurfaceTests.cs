using System.Net;
using System.Text.RegularExpressions;

namespace SpacesPortal.Tests.Sessions;

public sealed partial class SignInSurfaceTests : IAsyncLifetime
{
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Sign_out_is_a_form_with_proof_and_nothing_else()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/signout")).StatusCode);
        var forged = await visitor.PostAsync("/signout");
        Assert.Equal("/signout-again", forged.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/me")).StatusCode);

        var again = await TextAsync(await visitor.GetAsync("/signout-again"));
        var token = Antiforgery().Match(again).Groups["value"].Value;
        var done = await visitor.PostAsync("/signout", ("__RequestVerificationToken", token));
        Assert.Equal("/signed-out", done.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/me")).StatusCode);
        Assert.Equal(1, _portal.Avaya.Log.Count("revoke"));
    }

    [Fact]
    public async Task A_sign_out_form_on_another_site_has_no_effect()
    {
        // SameSite=Lax sends no cookie with that form, so the request is anonymous; yet the response would reach the victim's browser.
        using var stranger = _portal.Visit();

        var answer = await stranger.PostAsync("/signout");

        Assert.False(answer.Headers.Contains("Clear-Site-Data"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_HEAD_request_does_not_consume_a_callback()
    {
        using var visitor = _portal.Visit();
        var callback = await visitor.AuthorizeAsync(_portal.Ada, "/signin");
        using var head = new HttpRequestMessage(HttpMethod.Head, callback.PathAndQuery);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(head)).StatusCode);
        Assert.Equal(0, _portal.Avaya.Log.Count("token"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    public async Task A_sign_in_with_a_hostile_return_address_ends_at_home(string returnUrl)
    {
        using var visitor = _portal.Visit();
        var done = await visitor.SignInAsync(_portal.Ada, "/signin?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/", done.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_in_while_signed_in_redirects_to_the_target()
    {
        using var visitor = await _portal.VisitAsync(_portal.Ada);

        Assert.Equal("/profile", (await visitor.GetAsync("/signin?returnUrl=/profile")).Headers.Location?.OriginalString);
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    [GeneratedRegex(
        """name="__RequestVerificationToken" value="(?<value>[^"]+)" """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Antiforgery();
}
