using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Spaces.Tests.Table;

/// <summary>Every call against answers that are too large, never come, or are not waited for.</summary>
public sealed class PatienceTableTests : TableTest
{
    [Theory, MemberData(nameof(Names))]
    public async Task Ten_megabytes_are_refused(string name)
    {
        var mebibyte = new string('x', 1024 * 1024);
        Answers(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"_id\":\"");
            for (var sent = 0; sent < 10 && !context.RequestAborted.IsCancellationRequested; sent++)
                await context.Response.WriteAsync(mebibyte);
            await context.Response.WriteAsync("\"}");
        });

        Assert.Equal(SpacesErrorKind.InvalidResponse, (await CallAsync(Named(name))).Error?.Kind);
        Assert.Single(Calls);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_short_limit_is_waited_out_whatever_the_call_does(string name)
    {
        var endpoint = Named(name);
        Answers(
            context =>
            {
                context.Response.Headers.RetryAfter = "7";
                return FakeApi.JsonAsync(context, "{}", 429);
            },
            Good(endpoint));
        var clock = new FakeClock();
        var waiting = clock.WaitingAsync(TimeSpan.FromSeconds(7));

        var call = CallAsync(endpoint, clock: clock);
        await waiting.WaitAsync(Token);
        Assert.Single(Calls);
        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.Null((await call).Error);
        Assert.Equal(2, Calls.Count());
        Assert.Single(Calls.Select(it => it.Body).Distinct());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_response_that_never_arrives_times_out(string name)
    {
        var arrived = new TaskCompletionSource();
        Answers(async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var clock = new FakeClock();

        var call = CallAsync(Named(name), options => options.Retries = 0, clock);
        await arrived.Task.WaitAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(new SpacesError(SpacesErrorKind.Unavailable, Message: "No answer in time."), (await call).Error);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task The_cancellation_of_the_caller_reaches_the_wire(string name)
    {
        var (arrived, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        Answers(async context =>
        {
            using var registration = context.RequestAborted.Register(aborted.SetResult);
            arrived.SetResult();
            await aborted.Task;
        });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var call = CallAsync(Named(name), token: cancellation.Token);
        await arrived.Task.WaitAsync(Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await aborted.Task.WaitAsync(Token);
    }
}
