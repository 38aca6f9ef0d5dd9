using System.Text.Json;
using AvayaCloud.Identity;
using Bunit;
using SpacesPortal.Components.Pages.Entry;
using SpacesPortal.Components.Pages.Errors;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Pages;

public sealed class EntryAndErrorTests : PortalTest
{
    [Theory]
    [InlineData("denied", 403)]
    [InlineData("stale", 400)]
    [InlineData("lost-cookie", 400)]
    [InlineData("tampered", 400)]
    [InlineData("provider-down", 503)]
    [InlineData("provider-refused", 400)]
    [InlineData("wrong-audience", 403)]
    [InlineData("never heard of it", 400)]
    [InlineData(null, 400)]
    public void A_failed_sign_in_ends_on_a_page_with_one_button(string? cause, int status)
    {
        Visit($"signin-problem?cause={cause}&returnUrl=%2Fspaces%3Fq%3Dtrain");
        var page = Render<SignInProblem>();

        Assert.Equal(status, Http.Response.StatusCode);
        Assert.Single(page.FindAll("h1"));
        Assert.Single(page.FindAll("button[type=submit]"));
        Assert.Equal("/spaces?q=train", page.Find("[name=returnUrl]").GetAttribute("value"));
    }

    [Fact]
    public void Each_cause_has_its_own_text() =>
        Assert.Equal(8, new[] { "denied", "stale", "lost-cookie", "tampered", "provider-down", "provider-refused", "wrong-audience", "?" }
            .Select(cause => SignInProblemText.Of(cause).Title).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Each_cause_of_the_identity_library_has_its_own_text()
    {
        var causes = typeof(AvayaCloudDefaults).Assembly.GetType("AvayaCloud.Identity.SignInCause", throwOnError: true)!;
        var codes = Enum.GetNames(causes).Select(JsonNamingPolicy.KebabCaseLower.ConvertName);

        Assert.All(codes, code => Assert.NotEqual(SignInProblemText.Of(null), SignInProblemText.Of(code)));
    }

    [Fact]
    public void The_signed_out_page_says_what_was_not_signed_out()
    {
        var page = Render<SignedOut>();

        Assert.Contains("Avaya itself may still know you", page.Markup, StringComparison.Ordinal);
        Assert.Equal("https://accounts.avayacloud.com/", page.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void The_signed_out_page_does_not_claim_a_revocation_that_is_still_pending()
    {
        Visit("signed-out?avaya=later");
        var page = Render<SignedOut>();

        Assert.DoesNotContain("handed its access back", page.Markup, StringComparison.Ordinal);
        Assert.Contains("keeps trying", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_says_who_ended_the_session_when_that_is_known()
    {
        Visit("session-ended?reason=elsewhere");
        Assert.Contains("another browser or device", Render<SessionEnded>().Markup, StringComparison.Ordinal);
        Visit("session-ended");
        Assert.DoesNotContain("another browser or device", Render<SessionEnded>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stale_sign_out_needs_one_more_press()
    {
        var form = Render<SignOutAgain>().Find("form[method=post]");

        Assert.Equal("signout", form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("[name=__RequestVerificationToken]"));
    }

    [Fact]
    public void An_ended_session_keeps_the_way_back()
    {
        Visit("session-ended?returnUrl=%2Fprofile");

        Assert.Equal("/profile", Render<SessionEnded>().Find("[name=returnUrl]").GetAttribute("value"));
    }

    [Fact]
    public void An_error_has_its_status_an_id_and_a_way_out()
    {
        Http.TraceIdentifier = "trace-7";
        var page = Render<Failure>();

        Assert.Equal(500, Http.Response.StatusCode);
        Assert.NotEmpty(page.Find("code").TextContent);
        Assert.Equal("", page.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void A_missing_page_has_its_status_and_a_title()
    {
        var page = Render<NotFound>();

        Assert.Equal(404, Http.Response.StatusCode);
        Assert.Equal("There is no such page", page.Find("h1").TextContent);
    }
}
