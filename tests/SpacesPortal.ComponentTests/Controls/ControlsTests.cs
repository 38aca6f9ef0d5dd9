using AvayaCloud.Spaces;
using Bunit;
using SpacesPortal.Components.Controls;
using SpacesPortal.ComponentTests.Support;

namespace SpacesPortal.ComponentTests.Controls;

public sealed class ControlsTests : PortalTest
{
    [Fact]
    public void An_avatar_shows_initials_in_a_hue_without_inline_style()
    {
        var avatar = Render<Avatar>(a => a.Add(p => p.Name, "Ada Lovelace")).Find(".avatar");

        Assert.Equal("AL", avatar.TextContent.Trim());
        Assert.InRange(int.Parse(avatar.GetAttribute("data-h")!, provider: null), 0, 5);
        Assert.Equal("true", avatar.GetAttribute("aria-hidden"));
        Assert.False(avatar.HasAttribute("style"));
    }

    [Fact]
    public void A_broken_picture_leaves_the_initials_visible()
    {
        var avatar = Render<Avatar>(a => a.Add(p => p.Name, "Ada").Add(p => p.Picture, "profile/photo")).Find(".avatar");

        Assert.Equal("A", avatar.TextContent.Trim());
        Assert.Equal("profile/photo", avatar.QuerySelector("img")!.GetAttribute("src"));
        Assert.Equal("", avatar.QuerySelector("img")!.GetAttribute("alt"));
    }

    [Fact]
    public void A_time_is_readable_by_machines_and_exact_on_demand()
    {
        var time = Render<TimeAgo>(t => t.Add(p => p.At, Some.Noon.AddMinutes(-2))).Find("time");

        Assert.Equal("2 min ago", time.TextContent);
        Assert.Equal("2026-11-22T11:58:00Z", time.GetAttribute("datetime"));
        Assert.Equal("22 November 2026, 11:58 UTC", time.GetAttribute("title"));
    }

    [Fact]
    public void A_fact_without_a_value_is_not_drawn() =>
        Assert.Equal("", Render<Fact>(f => f.Add(p => p.Label, "Phone").Add(p => p.Value, " ")).Markup.Trim());

    [Fact]
    public void A_fact_shows_hostile_text_as_text()
    {
        var fact = Render<Fact>(
            f => f.Add(p => p.Label, Some.Script).Add(p => p.Value, Some.Script).Add(p => p.Note, Some.Script).Add(p => p.Copy, true));

        Assert.Empty(fact.FindAll("script, img"));
        Assert.Equal(Some.Script, fact.Find(".fact").TextContent);
        Assert.Equal(Some.Script, fact.Find("[data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public void A_copy_button_names_what_it_copies()
    {
        var button = Render<CopyButton>(b => b.Add(p => p.Text, "5f04").Add(p => p.What, "spaces id")).Find("button");

        Assert.Equal("Copy spaces id", button.GetAttribute("aria-label"));
        Assert.Equal("button", button.GetAttribute("type"));
    }

    [Fact]
    public void A_select_has_a_label_and_marks_what_is_chosen()
    {
        var select = Render<Select>(s => s.Add(p => p.Name, "type").Add(p => p.Label, "Kind").Add(p => p.Default, "all")
            .Add(p => p.Value, "group").Add(p => p.Options, [("all", "All kinds"), ("group", "Group")]));

        Assert.Equal("type", select.Find("label").GetAttribute("for"));
        Assert.Equal("group", select.Find("option[selected]").GetAttribute("value"));
    }

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, "ascending")]
    [InlineData(true, true, "descending")]
    public void A_sorted_column_is_marked(bool active, bool descending, string? spoken)
    {
        var header = Render<SortHeader>(h => h.Add(p => p.Href, "spaces").Add(p => p.Active, active).Add(p => p.Descending, descending));

        Assert.Equal(spoken, header.Find("th").GetAttribute("aria-sort"));
    }

    [Fact]
    public void A_skeleton_is_announced_as_loading() =>
        Assert.Contains("Loading", Render<Skeleton>().Find(".sr").TextContent, StringComparison.Ordinal);

    [Fact]
    public void An_error_offers_another_try_at_the_same_address()
    {
        Visit("spaces?q=train");
        var state = Render<ApiErrorState>(
            s => s.Add(p => p.Error, new SpacesError(SpacesErrorKind.Unavailable)).Add(p => p.What, "your spaces"));

        Assert.Equal("/spaces?q=train", state.Find("a").GetAttribute("href"));
        Assert.NotNull(state.Find("[role=alert]"));
    }

    [Fact]
    public void An_ended_session_offers_to_sign_in_and_to_come_back()
    {
        Visit("spaces?q=train");
        var state = Render<ApiErrorState>(
            s => s.Add(p => p.Error, new SpacesError(SpacesErrorKind.SignInNeeded)).Add(p => p.What, "your spaces"));

        Assert.Equal("signin", state.Find("form[method=post]").GetAttribute("action"));
        Assert.Equal("/spaces?q=train", state.Find("[name=returnUrl]").GetAttribute("value"));
    }

    [Fact]
    public void A_forbidden_call_offers_no_retry()
    {
        var state = Render<ApiErrorState>(s => s
            .Add(p => p.Error, new SpacesError(SpacesErrorKind.Forbidden, Message: Some.Script))
            .Add(p => p.What, "your spaces"));

        Assert.Empty(state.FindAll("a, form"));
        Assert.DoesNotContain("alert(1)", state.Markup, StringComparison.Ordinal);
    }
}
