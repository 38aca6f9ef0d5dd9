using Microsoft.AspNetCore.Http;

namespace SpacesPortal.Tests.Spaces;

public sealed class DirectorySharingTests : DirectoryTest
{
    [Fact]
    public async Task Tabs_of_one_session_share_one_walk_and_closing_one_does_not_stop_it()
    {
        Api.Add(10);
        var (release, asked) = Api.Hold(page: 0);
        using var leaving = new CancellationTokenSource();

        var first = Host.Of("ada").ListAsync(Everything, leaving.Token);
        var others = Enumerable.Range(0, 20).Select(_ => Host.Of("ada").ListAsync(Everything, Cancellation)).ToArray();
        await asked.WaitAsync(Cancellation);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.All(await Task.WhenAll(others), listing => Assert.Equal(10, listing.Found));
        Assert.Single(Api.Calls);
    }

    [Fact]
    public async Task Sessions_never_see_each_others_spaces()
    {
        Api.BeforePage = (context, _) => context.Response.WriteAsync(
            $$"""{"data":[{"_id":"1","title":"{{context.Request.Headers.Authorization}}"}]}""");

        var ada = await Host.Of("ada").ListAsync(Everything, Cancellation);
        var max = await Host.Of("max").ListAsync(Everything, Cancellation);

        Assert.Equal(("Bearer token-of-ada", "Bearer token-of-max"), (ada.Rows[0].Title, max.Rows[0].Title));
    }

    [Fact]
    public async Task Sign_out_stops_the_walk_and_drops_the_index()
    {
        Api.Add(120);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.BeforePage = async (context, page) =>
        {
            if (page == 0)
                return;
            using var registration = context.RequestAborted.Register(aborted.SetResult);
            asked.SetResult();
            await aborted.Task.WaitAsync(Cancellation);
        };
        await Host.Of("ada").ListAsync(Everything, Cancellation);
        var watching = LastAsync("ada");
        // A walk that is stopped between two pages has no request to abort.
        await asked.Task.WaitAsync(Cancellation);

        Host.Indexes.Remove("ada");

        await aborted.Task.WaitAsync(Cancellation);
        await watching;
        Assert.Equal(0, Host.Indexes.Count);
    }

    [Fact]
    public async Task After_an_invalidation_the_next_listing_calls_the_API()
    {
        Api.Add(3);
        var directory = Host.Of("ada");
        await directory.ListAsync(Everything, Cancellation);

        Host.Indexes.Remove("ada");
        await directory.ListAsync(Everything, Cancellation);

        Assert.Equal(2, Api.Calls.Count);
    }

    [Fact]
    public async Task A_caller_that_waits_while_another_tab_refreshes_gets_the_new_list()
    {
        Api.Add(3);
        var (release, asked) = Api.Hold(page: 0);
        var waiting = Host.Of("ada").ListAsync(Everything, Cancellation);
        await asked.WaitAsync(Cancellation);

        Host.Indexes.Remove("ada");
        release.SetResult();

        Assert.Equal(3, (await waiting).Found);
    }

    [Fact]
    public async Task Idle_and_surplus_indexes_are_dropped()
    {
        foreach (var sid in new[] { "a", "b", "c" })
        {
            await Host.Of(sid).ListAsync(Everything, Cancellation);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Host.Of("a").ListAsync(Everything, Cancellation);
        await Host.Of("d").ListAsync(Everything, Cancellation); // b, unused for longest, gives way
        Assert.Equal(3, Host.Indexes.Count);
        var calls = Api.Calls.Count;
        await Host.Of("a").ListAsync(Everything, Cancellation);
        Assert.Equal(calls, Api.Calls.Count);

        Clock.Advance(TimeSpan.FromMinutes(9));
        await Host.Of("a").ListAsync(Everything, Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, Host.Indexes.Count);
    }

    [Fact]
    public async Task An_index_loads_a_limited_number_of_spaces_and_reports_that_there_are_more()
    {
        Api.Add(200);
        await using var host = new DirectoryHost(Api.BaseUrl, Clock, options => options.MostSpaces = 100);
        var directory = host.Of("ada");
        await foreach (var progress in directory.WatchAsync(archived: false, Cancellation))
            Assert.False(progress.Complete);

        var listing = await directory.ListAsync(Everything, Cancellation);

        Assert.Equal((100, false, true), (listing.Found, listing.Complete, listing.Truncated));
        Assert.Equal(2, Api.Calls.Count);
    }
}
