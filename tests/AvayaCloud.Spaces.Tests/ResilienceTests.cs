namespace AvayaCloud.Spaces.Tests;

public sealed class ResilienceTests : IAsyncLifetime
{
    private const string UserJson = """{"_id":"5f04251caa4a347af9946e06"}""";

    private FakeApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await FakeApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task A_temporary_failure_is_retried_and_not_visible(int status)
    {
        _api.Answer = (context, call) => FakeApi.JsonAsync(context, UserJson, call < 3 ? status : 200);
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, _api.Seen.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_is_not_tried_again(int status)
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, "{}", status);
        await using var host = new ClientHost(_api.BaseUrl);

        await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.Single(_api.Seen);
    }

    [Fact]
    public async Task A_pause_that_the_API_asks_for_is_respected_when_the_budget_allows_it()
    {
        _api.Answer = (context, call) =>
        {
            context.Response.Headers.RetryAfter = "7";
            return FakeApi.JsonAsync(context, UserJson, call == 1 ? 429 : 200);
        };
        var clock = new FakeClock();
        var waiting = clock.WaitingAsync(TimeSpan.FromSeconds(7));
        await using var host = new ClientHost(_api.BaseUrl, clock: clock);

        var outcome = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await waiting;
        Assert.Single(_api.Seen);
        clock.Advance(TimeSpan.FromSeconds(7));

        Assert.IsType<SpacesOutcome<User>.Ok>(await outcome);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_not_called_for_a_while()
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, "", 500);
        var clock = new FakeClock();
        await using var host = new ClientHost(_api.BaseUrl, options => options.Retries = 0, clock);
        for (var call = 0; call < 10; call++)
            await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(10, _api.Seen.Count);
        Assert.Equal(SpacesErrorKind.Unavailable, outcome.Error!.Kind);
        Assert.NotNull(outcome.Error.RetryAfter);

        _api.Answer = (context, _) => FakeApi.JsonAsync(context, UserJson);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task After_the_break_one_call_probes_the_host_and_the_others_wait_for_its_result()
    {
        var (clock, host) = await BrokenAsync();
        await using var ends = host;
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _api.Answer = async (context, call) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await FakeApi.JsonAsync(context, UserJson);
        };
        clock.Advance(TimeSpan.FromSeconds(15));

        var first = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await arrived.Task;
        var beside = Enumerable.Range(0, 5).Select(_ => host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).ToList();
        Assert.DoesNotContain(beside, call => call.IsCompleted);
        Assert.Equal(11, _api.Seen.Count);
        release.SetResult();

        Assert.All(await Task.WhenAll([first, .. beside]), outcome => Assert.IsType<SpacesOutcome<User>.Ok>(outcome));
    }

    [Fact]
    public async Task When_the_probe_fails_the_waiting_calls_are_refused_and_not_sent()
    {
        var (clock, host) = await BrokenAsync();
        await using var ends = host;
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _api.Answer = async (context, call) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await FakeApi.JsonAsync(context, "", 500);
        };
        clock.Advance(TimeSpan.FromSeconds(15));

        var first = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await arrived.Task;
        var beside = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        release.SetResult();

        Assert.False((await first).Error!.IsCircuitOpen);
        Assert.True((await beside).Error!.IsCircuitOpen);
        Assert.Equal(11, _api.Seen.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_waiting_does_not_block_the_others()
    {
        var (clock, host) = await BrokenAsync();
        await using var ends = host;
        var (arrived, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _api.Answer = async (context, call) =>
        {
            arrived.TrySetResult();
            await release.Task;
            await FakeApi.JsonAsync(context, UserJson);
        };
        clock.Advance(TimeSpan.FromSeconds(15));

        var first = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await arrived.Task;
        using var impatient = new CancellationTokenSource();
        var gone = host.Client.Users.GetMeAsync(impatient.Token);
        var patient = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        release.SetResult();

        Assert.All([await first, await patient], outcome => Assert.IsType<SpacesOutcome<User>.Ok>(outcome));
    }

    [Fact]
    public async Task All_attempts_together_end_with_the_total_time_limit()
    {
        var arrived = new SemaphoreSlim(0);
        _api.Answer = async (context, _) =>
        {
            arrived.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var clock = new FakeClock();
        await using var host = new ClientHost(_api.BaseUrl, options => options.Retries = 9, clock);

        var outcome = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        foreach (var seconds in new[] { 8, 8, 4 })
        {
            await arrived.WaitAsync(TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(SpacesErrorKind.Unavailable, (await outcome).Error?.Kind);
        Assert.Equal(3, _api.Seen.Count);
    }

    /// <summary>A client whose circuit breaker opens after ten failures.</summary>
    private async Task<(FakeClock Clock, ClientHost Host)> BrokenAsync()
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, "", 500);
        var clock = new FakeClock();
        var host = new ClientHost(_api.BaseUrl, options => options.Retries = 0, clock);
        for (var call = 0; call < 10; call++)
            await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        Assert.True((await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).Error!.IsCircuitOpen);
        return (clock, host);
    }
}
