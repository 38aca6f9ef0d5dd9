using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Spaces.Tests;

public sealed class OutcomeTests : IAsyncLifetime
{
    private const string UserJson = """{"_id":"5f04251caa4a347af9946e06"}""";

    private FakeApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await FakeApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData(403, """{"message":"No permission"}""", SpacesErrorKind.Forbidden, "No permission")]
    [InlineData(403, """{"code":{},"message":"No permission"}""", SpacesErrorKind.Forbidden, "No permission")]
    [InlineData(403, "<html>", SpacesErrorKind.Forbidden, null)]
    [InlineData(403, """{"message":{"a":1}}""", SpacesErrorKind.Forbidden, null)]
    [InlineData(403, """["message"]""", SpacesErrorKind.Forbidden, null)]
    [InlineData(404, "", SpacesErrorKind.NotFound, null)]
    [InlineData(400, """{"code":"x","message":"Bad id"}""", SpacesErrorKind.Rejected, "Bad id")]
    [InlineData(409, """{"message":"Edited elsewhere"}""", SpacesErrorKind.Rejected, "Edited elsewhere")]
    [InlineData(418, "", SpacesErrorKind.Rejected, null)]
    [InlineData(429, "", SpacesErrorKind.Limited, null)]
    [InlineData(408, "", SpacesErrorKind.Unavailable, "HTTP 408")]
    [InlineData(500, "oops", SpacesErrorKind.Unavailable, "HTTP 500")]
    [InlineData(503, "<html>", SpacesErrorKind.Unavailable, "HTTP 503")]
    [InlineData(302, "", SpacesErrorKind.InvalidResponse, "HTTP 302, which is not followed.")]
    [InlineData(200, "", SpacesErrorKind.InvalidResponse, "HTTP 200 without the expected JSON.")]
    [InlineData(204, "", SpacesErrorKind.InvalidResponse, "HTTP 204 without the expected JSON.")]
    [InlineData(
        200, "<!doctype html><title>Sign in</title>", SpacesErrorKind.InvalidResponse, "HTTP 200 without the expected JSON.")]
    [InlineData(200, """{"_id":"5f0425""", SpacesErrorKind.InvalidResponse, "HTTP 200 without the expected JSON.")]
    [InlineData(200, "null", SpacesErrorKind.InvalidResponse, "HTTP 200 without the expected JSON.")]
    [InlineData(200, "[]", SpacesErrorKind.InvalidResponse, "HTTP 200 without the expected JSON.")]
    [InlineData(200, "42", SpacesErrorKind.InvalidResponse, "HTTP 200 without the expected JSON.")]
    [InlineData(200, """{"message":"what?"}""", SpacesErrorKind.InvalidResponse, "The user has no id.")]
    public async Task Every_response_of_the_API_becomes_an_outcome(int status, string body, SpacesErrorKind kind, string? message)
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, status == 204 ? "" : body, status);
        await using var host = new ClientHost(_api.BaseUrl);

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        int? rejected = kind == SpacesErrorKind.Rejected ? status : null;
        var cause = message == "Bad id" ? "x" : null;
        Assert.Equal(new SpacesError(kind, Message: message) { Status = rejected, Cause = cause }, outcome.Error);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":"none"}""")]
    [InlineData("""{"data":{}}""")]
    public async Task A_list_without_its_array_is_an_invalid_response_and_not_an_empty_list(string body)
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, body);
        await using var host = new ClientHost(_api.BaseUrl);

        var outcome = await host.Client.Spaces.GetPageAsync(new SpacesQuery(), TestContext.Current.CancellationToken);

        Assert.Equal(SpacesErrorKind.InvalidResponse, outcome.Error?.Kind);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("Sun, 22 Nov 2026 09:00:30 GMT")]
    public async Task Retry_After_in_seconds_or_as_a_date_says_how_long_to_wait(string value)
    {
        _api.Answer = (context, _) =>
        {
            context.Response.Headers.RetryAfter = value;
            return FakeApi.JsonAsync(context, "", 429);
        };
        await using var host = new ClientHost(_api.BaseUrl, clock: new FakeClock());

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(30)), outcome.Error);
        Assert.Single(_api.Seen); // half a minute is more than the budget of the call: no second try
    }

    [Fact]
    public async Task A_response_that_is_too_large_is_invalid_and_requested_once()
    {
        _api.Answer = async (context, _) =>
        {
            await context.Response.WriteAsync("{\"_id\":\"");
            for (var kilobyte = 0; kilobyte < 10 * 1024 && !context.RequestAborted.IsCancellationRequested; kilobyte++)
                await context.Response.WriteAsync(new string('x', 1024));
            await context.Response.WriteAsync("\"}");
        };
        await using var host = new ClientHost(_api.BaseUrl);

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SpacesErrorKind.InvalidResponse, outcome.Error?.Kind);
        Assert.Single(_api.Seen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_response_that_never_arrives_or_never_ends_times_out(bool begins)
    {
        var arrived = new TaskCompletionSource();
        _api.Answer = async (context, _) =>
        {
            if (begins)
                await context.Response.WriteAsync("{");
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var clock = new FakeClock();
        await using var host = new ClientHost(_api.BaseUrl, options => options.Retries = 0, clock);

        var outcome = host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal(new SpacesError(SpacesErrorKind.Unavailable, Message: "No answer in time."), (await outcome).Error);
    }

    [Fact]
    public async Task A_response_that_breaks_off_is_requested_again()
    {
        _api.Answer = async (context, call) =>
        {
            context.Response.ContentLength = UserJson.Length;
            await context.Response.WriteAsync(call == 1 ? "{" : UserJson);
            if (call == 1)
                context.Abort();
        };
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/api", "No connection.")]
    [InlineData("http://nobody.invalid/api", "The host's name is not known.")]
    public async Task A_host_that_cannot_be_reached_is_unavailable(string baseUrl, string reason)
    {
        await using var host = new ClientHost(new Uri(baseUrl));

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new SpacesError(SpacesErrorKind.Unavailable, Message: reason), outcome.Error);
    }

    [Fact]
    public async Task An_unknown_charset_or_no_content_type_is_harmless()
    {
        _api.Answer = (context, call) =>
        {
            context.Response.ContentType = call == 1 ? "application/json; charset=klingon" : null;
            return context.Response.WriteAsync(UserJson);
        };
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.NotEqual(
            SpacesErrorKind.Unavailable, (await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).Error?.Kind);
        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_cancellation_of_the_caller_reaches_the_wire()
    {
        var arrived = new TaskCompletionSource();
        var aborted = new TaskCompletionSource();
        _api.Answer = async (context, _) =>
        {
            using var registration = context.RequestAborted.Register(aborted.SetResult);
            arrived.SetResult();
            await aborted.Task;
        };
        await using var host = new ClientHost(_api.BaseUrl);
        using var cancellation = new CancellationTokenSource();

        var outcome = host.Client.Users.GetMeAsync(cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outcome);
        await aborted.Task;
    }

    [Fact]
    public async Task A_refusal_that_quotes_the_token_does_not_leak_it()
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, $$"""{"message":"Bearer {{FakeTokens.First}} may not"}""", 403);
        await using var host = new ClientHost(_api.BaseUrl);

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer … may not", outcome.Error!.Message);
    }

    [Fact]
    public void Match_gives_the_value_or_the_error()
    {
        SpacesOutcome<string> good = new SpacesOutcome<string>.Ok("yes");
        SpacesOutcome<string> bad = SpacesError.Rejected(409, "no");

        Assert.Equal("yes", good.Match(value => value, error => error.Message!));
        Assert.Equal("no", bad.Match(value => value, error => error.Message!));
    }
}
