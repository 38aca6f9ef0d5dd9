using AvayaCloud.Spaces;
using Microsoft.AspNetCore.Http;

namespace SpacesPortal.Tests.Spaces;

public sealed class DirectoryErrorTests : DirectoryTest
{
    [Fact]
    public async Task An_error_on_a_later_page_is_reported_and_the_rows_stay()
    {
        Api.Add(120);
        Api.BeforePage = (context, page) => FailAsync(context, page == 1, StatusCodes.Status503ServiceUnavailable);

        var progress = await LastAsync("ada");
        Assert.Equal((50, false, SpacesErrorKind.Unavailable), (progress.Found, progress.Complete, progress.Error!.Kind));
        var listing = await Host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((25, SpacesErrorKind.Unavailable), (listing.Rows.Count, listing.Error!.Kind));

        Api.BeforePage = (_, _) => Task.CompletedTask;
        Clock.Advance(TimeSpan.FromSeconds(10));
        progress = await LastAsync("ada");
        Assert.Equal((120, true, null), (progress.Found, progress.Complete, progress.Error));
    }

    [Fact]
    public async Task An_error_of_a_later_listing_leaves_the_old_rows()
    {
        Api.Add(120);
        await LastAsync("ada");
        Clock.Advance(TimeSpan.FromMinutes(3));
        Api.BeforePage = (context, page) => FailAsync(context, page == 1, StatusCodes.Status500InternalServerError);

        var progress = await LastAsync("ada");

        Assert.Equal((120, true, SpacesErrorKind.Unavailable), (progress.Found, progress.Complete, progress.Error!.Kind));
    }

    [Fact]
    public async Task A_first_page_that_failed_is_asked_for_again_by_the_next_listing()
    {
        Api.Add(3);
        Api.BeforePage = (context, _) => FailAsync(context, when: true, StatusCodes.Status500InternalServerError);
        var failed = await Host.Of("ada").ListAsync(Everything, Cancellation);
        Assert.Equal((0, false, SpacesErrorKind.Unavailable), (failed.Found, failed.Complete, failed.Error!.Kind));

        Api.BeforePage = (_, _) => Task.CompletedTask;
        var listing = await Host.Of("ada").ListAsync(Everything, Cancellation);

        Assert.Equal((3, true, null), (listing.Found, listing.Complete, listing.Error));
    }

    [Fact]
    public async Task A_pause_that_Avaya_asks_for_is_respected()
    {
        Api.Add(3);
        Api.BeforePage = (context, _) =>
        {
            context.Response.Headers.RetryAfter = "30";
            return FailAsync(context, when: true, StatusCodes.Status429TooManyRequests);
        };
        for (var visit = 0; visit < 3; visit++)
        {
            var listing = await Host.Of("ada").ListAsync(Everything, Cancellation);
            Assert.Equal(new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(30)), listing.Error);
        }

        Assert.Single(Api.Calls);
        Api.BeforePage = (_, _) => Task.CompletedTask;
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(3, (await Host.Of("ada").ListAsync(Everything, Cancellation)).Found);
    }

    [Fact]
    public async Task After_the_break_the_first_listing_calls_the_host_again()
    {
        Api.Add(3);
        await LastAsync("ada");
        Clock.Advance(TimeSpan.FromMinutes(3));
        Api.BeforePage = (context, _) => FailAsync(context, when: true, StatusCodes.Status500InternalServerError);
        for (var visit = 0; visit < 10; visit++)
        {
            await LastAsync("ada");
            Clock.Advance(TimeSpan.FromSeconds(1));
            Host.Indexes.Invalidate("ada");
        }

        Assert.True((await LastAsync("ada")).Error!.IsCircuitOpen);
        Api.BeforePage = (_, _) => Task.CompletedTask;
        Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal((3, null), await LastAsync("ada") is var progress ? (progress.Found, progress.Error) : default);
    }

    [Fact]
    public async Task A_session_that_Avaya_rejected_in_another_call_is_reported_beside_its_rows()
    {
        Api.Add(3);
        await LastAsync("ada");
        Host.Sessions.Ended.Add("ada");
        Assert.Null((await LastAsync("ada")).Error);

        Host.Indexes.Invalidate("ada");

        var progress = await LastAsync("ada");
        Assert.Equal((3, SpacesErrorKind.SignInNeeded), (progress.Found, progress.Error!.Kind));
    }

    [Fact]
    public async Task A_missing_session_and_an_ended_one_differ_from_an_empty_list()
    {
        Host.Sessions.Ended.Add("ada");

        Assert.Equal(SpacesErrorKind.SignInNeeded, (await Host.Of(null).ListAsync(Everything, Cancellation)).Error!.Kind);
        Assert.Equal(SpacesErrorKind.SignInNeeded, (await Host.Of("ada").ListAsync(Everything, Cancellation)).Error!.Kind);
        Assert.Null((await Host.Of("max").ListAsync(Everything, Cancellation)).Error);
        Assert.Single(Api.Calls);
    }
}
