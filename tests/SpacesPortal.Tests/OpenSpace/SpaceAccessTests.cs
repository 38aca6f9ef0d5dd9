using System.Net;

namespace SpacesPortal.Tests.OpenSpace;

public sealed class SpaceAccessTests : SpacePageTest
{
    [Theory]
    [InlineData("/spaces/0123456789abcdef01234567")]
    [InlineData("/spaces/..%2f..")]
    [InlineData("/spaces/<script>")]
    public async Task A_space_that_does_not_exist_is_a_404_that_says_what_to_do(string address)
    {
        using var ada = await VisitAsync("admin");
        var page = await ada.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Fact]
    public async Task A_space_of_others_looks_like_one_that_does_not_exist()
    {
        var space = await CreateSpaceAsync("Secret harbour");
        using var max = await VisitAsync("member");

        var page = await max.GetAsync($"/spaces/{space}");
        var text = await ReadAsync(page);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("You are not in this space", text, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_protected_space_asks_a_guest_for_its_PIN_and_remembers_it_for_the_session()
    {
        var space = await CreateSpaceAsync("Harbour", ("guest", "guest"));
        await SendAsync("admin", space, "<p>behind the PIN</p>");
        var settings = new { confPin = "4711", passwordRequired = new { allGuests = true } };
        await CallAsync("admin", HttpMethod.Post, $"/spaces/{space}", new { settings });
        using var gil = await VisitAsync("guest");

        var question = await gil.GetAsync($"/spaces/{space}");
        Assert.Contains("This space needs a PIN", await ReadAsync(question), StringComparison.Ordinal);
        var wrong = await gil.FollowAsync(await gil.SubmitFormAsync(question, "pin", ("Pin", "0000")));
        Assert.Contains("That PIN was not accepted", await ReadAsync(wrong), StringComparison.Ordinal);
        var right = await gil.FollowAsync(await gil.SubmitFormAsync(wrong, "pin", ("Pin", "4711")));
        Assert.DoesNotContain("needs a PIN", await ReadAsync(right), StringComparison.Ordinal);
        Assert.DoesNotContain("needs a PIN", await ReadAsync(await gil.GetAsync($"/spaces/{space}")), StringComparison.Ordinal);

        // The cookie is of no use to another session of the same user.
        using var again = await VisitAsync("guest");
        var stolen = gil.PortalCookies.Single(it => it.Name.EndsWith("spaces-pins", StringComparison.Ordinal));
        again.Cookies.Add(new Cookie(stolen.Name, stolen.Value, stolen.Path, stolen.Domain));
        Assert.Contains("This space needs a PIN", await ReadAsync(await again.GetAsync($"/spaces/{space}")), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", stolen.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_space_can_be_read_but_not_written_to()
    {
        var space = await CreateSpaceAsync("Harbour");
        await SendAsync("admin", space, "<p>of old</p>");
        await CallAsync("admin", HttpMethod.Post, $"/spaces/{space}/archive", new { });
        using var ada = await VisitAsync("admin");

        var page = await ReadAsync(await ada.GetAsync($"/spaces/{space}"));

        Assert.Contains("This space is archived.", page, StringComparison.Ordinal);
        Assert.Contains("of old", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_a_member_who_was_removed_meanwhile_changes_nothing_and_says_so()
    {
        var space = await CreateSpaceAsync("Harbour", ("member", "member"));
        using var max = await VisitAsync("member");
        var form = await max.GetAsync($"/spaces/{space}");
        var me = await CallAsync("member", HttpMethod.Get, "/users/me");
        await CallAsync("admin", HttpMethod.Delete, $"/spaces/{space}/attendees/userid/{me.GetProperty("_id").GetString()}");

        var answer = await max.SubmitFormAsync(form, "message", ("Text", "still here?"));

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Empty(await TextsAsync(space));
    }
}
