using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>A minute's memory of cookies that were opened; what it may not change, the tests of ends and sign-outs show.</summary>
public sealed class TicketCacheTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly CountingSeal _seal = new();
    private readonly TicketCache _tickets;

    public TicketCacheTests() => _tickets = new TicketCache(_seal, _clock);

    public void Dispose() => _tickets.Dispose();

    [Fact]
    public void A_cookie_is_decrypted_once_a_minute_however_often_it_is_sent()
    {
        for (var request = 0; request < 100; request++)
            Assert.NotNull(_tickets.Unprotect("cookie"));
        Assert.Equal(1, _seal.Opened);

        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotNull(_tickets.Unprotect("cookie"));
        Assert.Equal(2, _seal.Opened);
    }

    [Fact]
    public void Changes_to_a_ticket_are_not_visible_to_other_requests()
    {
        _tickets.Unprotect("cookie")!.Properties.Items["mine"] = "yes";

        Assert.DoesNotContain("mine", _tickets.Unprotect("cookie")!.Properties.Items.Keys);
    }

    [Fact]
    public void An_invalid_cookie_is_tried_each_time_and_never_cached()
    {
        Assert.Null(_tickets.Unprotect("false"));
        Assert.Null(_tickets.Unprotect("false"));

        Assert.Equal(2, _seal.Opened);
    }

    [Fact]
    public void More_cookies_than_the_cache_holds_are_still_decrypted()
    {
        for (var cookie = 0; cookie < 12_000; cookie++)
            Assert.NotNull(_tickets.Unprotect(cookie.ToString(CultureInfo.InvariantCulture)));

        Assert.InRange(_tickets.Count, 1, 10_000);
    }

    private sealed class CountingSeal : ISecureDataFormat<AuthenticationTicket>
    {
        public int Opened { get; private set; }

        public string Protect(AuthenticationTicket data) => Protect(data, purpose: null);

        public string Protect(AuthenticationTicket data, string? purpose) => throw new NotSupportedException("Nothing is sealed here.");

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            Opened++;
            return protectedText == "false"
                ? null
                : new AuthenticationTicket(new ClaimsPrincipal(), new AuthenticationProperties(), "test");
        }
    }
}
