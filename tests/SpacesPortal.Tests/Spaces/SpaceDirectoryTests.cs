using AvayaCloud.Spaces;
using Microsoft.AspNetCore.Http;
using SpacesPortal.Spaces;

namespace SpacesPortal.Tests.Spaces;

public sealed class SpaceDirectoryTests : IAsyncLifetime
{
    private static readonly SpaceFilter Everything = new();

    private readonly FakeClock _clock = new();
    private FakeSpacesApi _api = null!;
    private DirectoryHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _api = await FakeSpacesApi.StartAsync();
        _host = new DirectoryHost(_api.BaseUrl, _clock, options => options.MostSessions = 3);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task The_first_listing_waits_for_one_call_and_says_that_more_follows()
    {
        _api.Add(120);
        var (release, _) = _api.Hold(page: 1);

        var listing = await _host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((25, 50, 50, false), (listing.Rows.Count, listing.Matching, listing.Found, listing.Complete));
        Assert.Equal("/api/users/me/spaces?size=50&topicstatus=all&topictype=group,direct,personal", Uri.UnescapeDataString(_api.Calls.First()));

        release.SetResult();
        var progress = await LastAsync("ada");
        Assert.Equal((120, true, null), (progress.Found, progress.Complete, progress.Trouble));
        Assert.Equal(3, _api.Calls.Count);
        var last = await _host.Of("ada").ListAsync(Everything with { Page = 5 }, Cancellation);
        Assert.Equal(["100", "119"], [last.Rows[0].Id, last.Rows[^1].Id]);
        Assert.Equal(3, _api.Calls.Count);
    }

    [Fact]
    public async Task A_single_page_is_complete_at_once()
    {
        _api.Add(3);

        Assert.True((await _host.Of("ada").ListAsync(Everything, Cancellation)).Complete);
        Assert.Single(_api.Calls);
    }

    [Fact]
    public async Task A_ghost_page_ends_the_walk()
    {
        _api.Add(50);
        _api.PromiseGhostPage = true;

        Assert.Equal((50, true), await LastAsync("ada") is var progress ? (progress.Found, progress.Complete) : default);
    }

    [Fact]
    public async Task Progress_is_told_page_by_page()
    {
        _api.Add(120);
        var (release, asked) = _api.Hold(page: 1);
        var found = new List<int>();

        await foreach (var progress in _host.Of("ada").WatchAsync(Cancellation))
        {
            found.Add(progress.Found);
            await asked;
            release.TrySetResult();
        }

        Assert.Equal(50, found[0]);
        Assert.Equal(120, found[^1]);
    }

    [Fact]
    public async Task Tabs_of_one_session_share_one_walk_and_the_leaving_of_one_does_not_stop_it()
    {
        _api.Add(10);
        var (release, asked) = _api.Hold(page: 0);
        using var leaving = new CancellationTokenSource();

        var first = _host.Of("ada").ListAsync(Everything, leaving.Token);
        var others = Enumerable.Range(0, 20).Select(_ => _host.Of("ada").ListAsync(Everything, Cancellation)).ToArray();
        await asked;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.All(await Task.WhenAll(others), listing => Assert.Equal(10, listing.Found));
        Assert.Single(_api.Calls);
    }

    [Fact]
    public async Task Sessions_never_see_each_others_spaces()
    {
        _api.BeforePage = (context, _) => context.Response.WriteAsync(
            $$"""{"data":[{"_id":"1","title":"{{context.Request.Headers.Authorization}}"}]}""");

        var ada = await _host.Of("ada").ListAsync(Everything, Cancellation);
        var max = await _host.Of("max").ListAsync(Everything, Cancellation);

        Assert.Equal(("Bearer token-of-ada", "Bearer token-of-max"), (ada.Rows[0].Title, max.Rows[0].Title));
    }

    [Fact]
    public async Task Old_rows_are_shown_while_a_new_walk_looks_again()
    {
        _api.Add(3);
        var before = await _host.Of("ada").ListAsync(Everything, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(3));
        _api.Add(4);
        var (release, asked) = _api.Hold(page: 0);

        var meanwhile = await _host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((3, true, before.AsOf), (meanwhile.Found, meanwhile.Complete, meanwhile.AsOf));

        await asked;
        release.SetResult();
        Assert.Equal(4, (await LastAsync("ada")).Found); // ids 0 to 2 are listed twice now, and taken once
        Assert.True((await _host.Of("ada").ListAsync(Everything, Cancellation)).AsOf > before.AsOf);
    }

    [Fact]
    public async Task Trouble_on_the_way_is_told_and_the_rows_are_kept()
    {
        _api.Add(120);
        _api.BeforePage = (context, page) => FailAsync(context, page == 1, StatusCodes.Status503ServiceUnavailable);

        var progress = await LastAsync("ada");
        Assert.Equal((50, false, SpacesTroubleKind.Unavailable), (progress.Found, progress.Complete, progress.Trouble!.Kind));
        var listing = await _host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((25, SpacesTroubleKind.Unavailable), (listing.Rows.Count, listing.Trouble!.Kind));

        _api.BeforePage = (_, _) => Task.CompletedTask;
        _clock.Advance(TimeSpan.FromSeconds(10));
        progress = await LastAsync("ada");
        Assert.Equal((120, true, null), (progress.Found, progress.Complete, progress.Trouble));
    }

    [Fact]
    public async Task Trouble_of_a_later_walk_leaves_the_old_rows_as_they_were()
    {
        _api.Add(120);
        await LastAsync("ada");
        _clock.Advance(TimeSpan.FromMinutes(3));
        _api.BeforePage = (context, page) => FailAsync(context, page == 1, StatusCodes.Status500InternalServerError);

        var progress = await LastAsync("ada");

        Assert.Equal((120, true, SpacesTroubleKind.Unavailable), (progress.Found, progress.Complete, progress.Trouble!.Kind));
    }

    [Fact]
    public async Task A_first_page_that_failed_is_asked_for_again_by_the_next_listing()
    {
        _api.Add(3);
        _api.BeforePage = (context, _) => FailAsync(context, when: true, StatusCodes.Status500InternalServerError);
        var failed = await _host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((0, false, SpacesTroubleKind.Unavailable), (failed.Found, failed.Complete, failed.Trouble!.Kind));

        _api.BeforePage = (_, _) => Task.CompletedTask;
        var listing = await _host.Of("ada").ListAsync(Everything, Cancellation);

        Assert.Equal((3, true, null), (listing.Found, listing.Complete, listing.Trouble));
    }

    [Fact]
    public async Task A_pause_that_Avaya_asks_for_is_kept()
    {
        _api.Add(3);
        _api.BeforePage = (context, _) =>
        {
            context.Response.Headers.RetryAfter = "30";
            return FailAsync(context, when: true, StatusCodes.Status429TooManyRequests);
        };
        for (var visit = 0; visit < 3; visit++)
        {
            var listing = await _host.Of("ada").ListAsync(Everything, Cancellation);
            Assert.Equal(new SpacesTrouble(SpacesTroubleKind.Limited, TimeSpan.FromSeconds(30)), listing.Trouble);
        }

        Assert.Single(_api.Calls);
        _api.BeforePage = (_, _) => Task.CompletedTask;
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(3, (await _host.Of("ada").ListAsync(Everything, Cancellation)).Found);
    }

    [Fact]
    public async Task Nobody_signed_in_and_an_ended_session_are_told_apart_from_no_spaces()
    {
        _host.Sessions.Ended.Add("ada");

        Assert.Equal(SpacesTroubleKind.SignInNeeded, (await _host.Of(null).ListAsync(Everything, Cancellation)).Trouble!.Kind);
        Assert.Equal(SpacesTroubleKind.SignInNeeded, (await _host.Of("ada").ListAsync(Everything, Cancellation)).Trouble!.Kind);
        Assert.Null((await _host.Of("max").ListAsync(Everything, Cancellation)).Trouble);
        Assert.Single(_api.Calls);
    }

    [Fact]
    public async Task Sign_out_stops_the_walk_on_the_wire_and_drops_what_was_known()
    {
        _api.Add(120);
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _api.BeforePage = async (context, page) =>
        {
            if (page == 0)
                return;
            using var registration = context.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
        };
        await _host.Of("ada").ListAsync(Everything, Cancellation);
        var watching = LastAsync("ada");

        _host.Indexes.Forget("ada");

        await aborted.Task;
        await watching;
        Assert.Equal(0, _host.Indexes.Count);
    }

    [Fact]
    public async Task Forgetting_makes_the_next_listing_ask_again()
    {
        _api.Add(3);
        var directory = _host.Of("ada");
        await directory.ListAsync(Everything, Cancellation);

        directory.Forget();
        await directory.ListAsync(Everything, Cancellation);

        Assert.Equal(2, _api.Calls.Count);
    }

    [Fact]
    public async Task Somebody_who_waits_when_another_tab_forgets_gets_the_fresh_listing()
    {
        _api.Add(3);
        var (release, asked) = _api.Hold(page: 0);
        var waiting = _host.Of("ada").ListAsync(Everything, Cancellation);
        await asked;

        _host.Of("ada").Forget();
        release.SetResult();

        Assert.Equal(3, (await waiting).Found);
    }

    [Fact]
    public async Task Idle_and_surplus_indexes_are_dropped()
    {
        foreach (var sid in new[] { "a", "b", "c" })
        {
            await _host.Of(sid).ListAsync(Everything, Cancellation);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _host.Of("a").ListAsync(Everything, Cancellation);
        await _host.Of("d").ListAsync(Everything, Cancellation); // b, unused for longest, gives way
        Assert.Equal(3, _host.Indexes.Count);
        var calls = _api.Calls.Count;
        await _host.Of("a").ListAsync(Everything, Cancellation);
        Assert.Equal(calls, _api.Calls.Count);

        _clock.Advance(TimeSpan.FromMinutes(9));
        await _host.Of("a").ListAsync(Everything, Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, _host.Indexes.Count);
    }

    [Fact]
    public async Task An_index_takes_in_so_many_spaces_and_says_that_there_are_more()
    {
        _api.Add(200);
        await using var host = new DirectoryHost(_api.BaseUrl, _clock, options => options.MostSpaces = 100);
        var directory = host.Of("ada");
        await foreach (var progress in directory.WatchAsync(Cancellation))
            Assert.False(progress.Complete);

        var listing = await directory.ListAsync(Everything, Cancellation);

        Assert.Equal((100, false, true), (listing.Found, listing.Complete, listing.Truncated));
        Assert.Equal(2, _api.Calls.Count);
    }

    private static Task FailAsync(HttpContext context, bool when, int status)
    {
        if (when)
            context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task<SpaceProgress> LastAsync(string sid)
    {
        SpaceProgress last = null!;
        await foreach (var progress in _host.Of(sid).WatchAsync(Cancellation))
            last = progress;
        return last;
    }
}
