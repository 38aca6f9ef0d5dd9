using System.Net;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Tests.OpenSpace;

public sealed class MessagesTests : SpacePageTest
{
    [Fact]
    public async Task A_member_reads_a_space_by_day_with_one_call_for_its_messages()
    {
        var space = await CreateSpaceAsync("Harbour", ("member", "member"));
        await SendAsync("admin", space, "<p>First &amp; <b>foremost</b></p>");
        using var max = await VisitAsync("member");
        Avaya.Log.Clear();

        var page = await max.GetAsync($"/spaces/{space}");
        var html = await page.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("<bdi>Harbour</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("First &amp; <b>foremost</b>", html, StringComparison.Ordinal);
        Assert.Matches("""<li class="day"><span>\d+ \w+ \d{4}</span></li>""", html);
        Assert.Equal(1, Avaya.Log.Count("api.spaces.{id}.messages"));
    }

    [Fact]
    public async Task A_message_is_sent_as_text_and_the_form_is_empty_again()
    {
        var space = await CreateSpaceAsync("Harbour");
        using var ada = await VisitAsync("admin");

        var sent = await ada.SubmitFormAsync(await ada.GetAsync($"/spaces/{space}"), "message", ("Text", "<script>1</script> & more"));
        var page = await ReadAsync(await ada.FollowAsync(sent));

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal(["<p>&lt;script&gt;1&lt;/script&gt; &amp; more</p>"], await TextsAsync(space));
        Assert.DoesNotContain("<textarea class=\"input\" id=\"message-text\"><script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_response_is_found_again_and_the_message_not_sent_twice()
    {
        var space = await CreateSpaceAsync("Harbour");
        using var ada = await VisitAsync("admin");
        var form = await ada.GetAsync($"/spaces/{space}");
        Avaya.Faults.Add("api.spaces.{id}.chats", Fault.DropResponse());

        var sent = await ada.SubmitFormAsync(form, "message", ("Text", "once"));

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal(["<p>once</p>"], await TextsAsync(space));
    }

    [Fact]
    public async Task When_the_lost_response_cannot_be_looked_for_the_text_stays_and_a_retry_does_not_send_it_twice()
    {
        var space = await CreateSpaceAsync("Harbour");
        using var ada = await VisitAsync("admin");
        var form = await ada.GetAsync($"/spaces/{space}");
        Avaya.Faults.Add("api.spaces.{id}.chats", Fault.DropResponse());
        // The page's own list, which a form is rendered with, comes first.
        Avaya.Faults.Add("api.spaces.{id}.messages", Fault.Respond(403), SandboxFaults.Always);

        var failed = await ada.SubmitFormAsync(form, "message", ("Text", "once"));
        var page = await ReadAsync(failed);
        Avaya.Faults.Clear();
        var retried = await ada.SubmitFormAsync(failed, "message", ("Text", "once"));

        Assert.Contains("Avaya did not confirm the message. Your text is still here.", page, StringComparison.Ordinal);
        Assert.Matches("id=\"message-text\"[^>]*>once</textarea>", page);
        Assert.Equal(HttpStatusCode.Found, retried.StatusCode);
        Assert.Equal(["<p>once</p>"], await TextsAsync(space));
    }

    [Fact]
    public async Task The_same_form_sends_once_and_the_same_text_in_a_new_form_is_another_message()
    {
        var space = await CreateSpaceAsync("Harbour");
        using var ada = await VisitAsync("admin");
        var form = await ada.GetAsync($"/spaces/{space}");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ada.SubmitFormAsync(form, "message", ("Text", "again"))));
        await ada.SubmitFormAsync(await ada.GetAsync($"/spaces/{space}"), "message", ("Text", "again"));

        Assert.Equal(["<p>again</p>", "<p>again</p>"], await TextsAsync(space));
    }

    [Fact]
    public async Task Older_messages_are_a_link_away()
    {
        var space = await CreateSpaceAsync("Harbour");
        for (var number = 1; number <= 51; number++)
            await SendAsync("admin", space, $"<p>message {number}.</p>");
        using var ada = await VisitAsync("admin");

        var newest = await ReadAsync(await ada.GetAsync($"/spaces/{space}"));
        var link = newest.Split("<a href=\"").Skip(1).Select(it => it.Split('"')[0]).Single(it => it.Contains("?before=", StringComparison.Ordinal));
        var older = await ReadAsync(await ada.GetAsync($"/{link}"));

        Assert.DoesNotContain("message 1.", newest, StringComparison.Ordinal);
        Assert.Contains("message 51.", newest, StringComparison.Ordinal);
        Assert.Contains("message 1.", older, StringComparison.Ordinal);
        Assert.DoesNotContain("message 51.", older, StringComparison.Ordinal);
        Assert.Contains("Newest messages", older, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_messages_can_be_edited_and_deleted_after_a_question()
    {
        var space = await CreateSpaceAsync("Harbour");
        var message = await SendAsync("admin", space, "<p>draft</p>");
        using var ada = await VisitAsync("admin");

        await ada.SubmitFormAsync(await ada.GetAsync($"/spaces/{space}?edit={message}"), "edit-message", ("Text", "final"));
        Assert.Equal(["<p>final</p>"], await TextsAsync(space));

        var question = await ada.GetAsync($"/spaces/{space}?delete={message}");
        Assert.Contains("Delete this message for everyone?", await ReadAsync(question), StringComparison.Ordinal);
        await ada.SubmitFormAsync(question, "delete-message");
        Assert.Empty(await TextsAsync(space));
    }

    [Fact]
    public async Task A_member_is_not_offered_to_change_the_messages_of_others()
    {
        var space = await CreateSpaceAsync("Harbour", ("member", "member"));
        var message = await SendAsync("admin", space, "<p>Ada's</p>");
        using var max = await VisitAsync("member");

        foreach (var query in new[] { "", $"?edit={message}", $"?delete={message}" })
        {
            var page = await ReadAsync(await max.GetAsync($"/spaces/{space}{query}"));
            Assert.DoesNotContain("edit-message", page, StringComparison.Ordinal);
            Assert.DoesNotContain("delete-message", page, StringComparison.Ordinal);
        }
    }
}
