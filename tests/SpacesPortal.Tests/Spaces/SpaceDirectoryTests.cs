using SpacesPortal.Spaces;

namespace SpacesPortal.Tests.Spaces;

public sealed class SpaceDirectoryTests : DirectoryTest
{
    [Fact]
    public async Task The_first_listing_waits_for_one_call_and_says_that_more_follows()
    {
        Api.Add(120);
        var (release, _) = Api.Hold(page: 1);

        var listing = await Host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((25, 50, 50, false), (listing.Rows.Count, listing.Matching, listing.Found, listing.Complete));
        Assert.Equal(
            "/api/users/me/spaces?size=50&topicstatus=all&topictype=group,direct,personal", Uri.UnescapeDataString(Api.Calls.First()));

        release.SetResult();
        var progress = await LastAsync("ada");
        Assert.Equal((120, true, null), (progress.Found, progress.Complete, progress.Error));
        Assert.Equal(3, Api.Calls.Count);
        var last = await Host.Of("ada").ListAsync(Everything with { Page = 5 }, Cancellation);
        Assert.Equal(["100", "119"], [last.Rows[0].Id, last.Rows[^1].Id]);
        Assert.Equal(3, Api.Calls.Count);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public async Task The_progress_count_ends_with_the_count_of_the_list(bool archived, int count)
    {
        Api.Add(3);
        Api.Spaces.AddRange(
            Enumerable.Range(3, 2).Select(number => $"\"_id\":\"{number}\",\"title\":\"Old {number}\",\"type\":\"group\",\"status\":1"));

        var counts = new List<int>();
        await foreach (var progress in Host.Of("ada").WatchAsync(archived, Cancellation))
            counts.Add(progress.Found);

        Assert.Equal(count, counts[^1]);
        var listing = await Host.Of("ada").ListAsync(new SpaceFilter(Archived: archived), Cancellation);
        Assert.Equal((count, count, 5 - count), (listing.Matching, listing.Found, listing.Hidden));
    }

    [Fact]
    public async Task A_single_page_is_complete_at_once()
    {
        Api.Add(3);

        Assert.True((await Host.Of("ada").ListAsync(Everything, Cancellation)).Complete);
        Assert.Single(Api.Calls);
    }

    [Fact]
    public async Task An_announced_but_empty_page_ends_the_walk()
    {
        Api.Add(50);
        Api.PromiseGhostPage = true;

        Assert.Equal((50, true), await LastAsync("ada") is var progress ? (progress.Found, progress.Complete) : default);
    }

    [Fact]
    public async Task Progress_is_reported_page_by_page()
    {
        Api.Add(120);
        var (release, asked) = Api.Hold(page: 1);
        var found = new List<int>();

        await foreach (var progress in Host.Of("ada").WatchAsync(archived: false, Cancellation))
        {
            found.Add(progress.Found);
            await asked.WaitAsync(Cancellation);
            release.TrySetResult();
        }

        Assert.Equal(50, found[0]);
        Assert.Equal(120, found[^1]);
    }

    [Fact]
    public async Task Old_rows_are_shown_while_a_new_walk_runs()
    {
        Api.Add(3);
        var before = await Host.Of("ada").ListAsync(Everything, Cancellation);
        Clock.Advance(TimeSpan.FromMinutes(3));
        Api.Add(4);
        var (release, asked) = Api.Hold(page: 0);

        var meanwhile = await Host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((3, true, before.AsOf), (meanwhile.Found, meanwhile.Complete, meanwhile.AsOf));

        await asked.WaitAsync(Cancellation);
        release.SetResult();
        Assert.Equal(4, (await LastAsync("ada")).Found); // ids 0 to 2 are listed twice now, and taken once
        Assert.True((await Host.Of("ada").ListAsync(Everything, Cancellation)).AsOf > before.AsOf);
    }
}
