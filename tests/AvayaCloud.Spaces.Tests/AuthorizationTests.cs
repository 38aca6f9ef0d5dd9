using Microsoft.Extensions.DependencyInjection;

namespace AvayaCloud.Spaces.Tests;

public sealed class AuthorizationTests : IAsyncLifetime
{
    private const string UserJson = """{"_id":"5f04251caa4a347af9946e06"}""";

    private FakeApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await FakeApi.StartAsync();
        _api.Answer = (context, _) => context.Request.Headers.Authorization.ToString().EndsWith(
            FakeTokens.Renewed, StringComparison.Ordinal)
            ? FakeApi.JsonAsync(context, UserJson)
            : FakeApi.JsonAsync(context, "{}", 401);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_rejected_token_is_refreshed_and_the_call_repeated_once()
    {
        await using var host = new ClientHost(_api.BaseUrl);

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.IsType<SpacesOutcome<User>.Ok>(outcome);
        Assert.Equal([FakeTokens.First], host.Tokens.Rejected);
        Assert.Equal(["Bearer " + FakeTokens.First, "Bearer " + FakeTokens.Renewed], _api.Seen.Select(call => call.Authorization));
    }

    [Theory]
    [InlineData(null, 1)] // there is no newer one
    [InlineData(FakeTokens.First, 1)] // the source knows no better
    [InlineData("another-one", 2)] // refused again
    public async Task Two_rejections_mean_that_a_sign_in_is_needed(string? renewed, int calls)
    {
        await using var host = new ClientHost(_api.BaseUrl);
        host.Tokens.Next = renewed;

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SpacesErrorKind.SignInNeeded, outcome.Error?.Kind);
        Assert.Equal(calls, _api.Seen.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\r\nCookie: x")]
    public async Task Without_a_usable_token_nothing_is_sent(string? token)
    {
        await using var host = new ClientHost(_api.BaseUrl);
        host.Tokens.Current = token;

        Assert.Equal(
            SpacesErrorKind.SignInNeeded, (await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).Error?.Kind);
        Assert.Empty(_api.Seen);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_not_followed(int status)
    {
        await using var elsewhere = await FakeApi.StartAsync();
        _api.Answer = (context, _) =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = new Uri(elsewhere.BaseUrl, "users/me").AbsoluteUri;
            return Task.CompletedTask;
        };
        await using var host = new ClientHost(_api.BaseUrl);

        Assert.Equal(
            SpacesErrorKind.InvalidResponse, (await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).Error?.Kind);
        Assert.Empty(elsewhere.Seen);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5081/api/users/me", true)]
    [InlineData("HTTP://127.0.0.1:5081/other", true)]
    [InlineData("https://127.0.0.1:5081/api/users/me", false)]
    [InlineData("http://127.0.0.1:5082/api/users/me", false)]
    [InlineData("http://127.0.0.1/api/users/me", false)]
    [InlineData("http://localhost:5081/api/users/me", false)]
    [InlineData("http://127.0.0.1:5081@evil.example/api", false)]
    [InlineData("http://me:pw@127.0.0.1:5081/api", false)]
    public async Task The_token_goes_to_the_scheme_host_and_port_of_the_API_only(string address, bool expected)
    {
        var wire = new Wire();
        using var client = new HttpClient(
            new AuthorizationHandler(new FakeTokens(), new Uri("http://127.0.0.1:5081/api"), pin: null) { InnerHandler = wire });

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Authorization", "Bearer " + FakeTokens.First);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, wire.SawToken);
    }

    [Fact]
    public async Task Calls_carry_no_foreign_cookies_and_no_trace_or_baggage()
    {
        _api.Answer = (context, _) =>
        {
            context.Response.Cookies.Append("AUTH_TOKEN", "somebody");
            return FakeApi.JsonAsync(context, UserJson);
        };
        await using var host = new ClientHost(_api.BaseUrl);
        using var activity = new System.Diagnostics.Activity("request").AddBaggage("user", "ada").Start();

        await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);
        await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        string[] unwanted = ["Cookie", "baggage", "Correlation-Context", "traceparent", "Request-Id"];
        Assert.All(_api.Seen, call => Assert.Empty(call.Headers.Intersect(unwanted, StringComparer.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task When_no_token_is_available_the_API_is_unavailable_and_the_session_is_kept()
    {
        await using var host = new ClientHost(_api.BaseUrl);
        host.Tokens.Failure = new HttpRequestException("identity is down");

        Assert.Equal(
            SpacesErrorKind.Unavailable, (await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken)).Error?.Kind);
    }

    [Fact]
    public async Task No_token_is_in_logs_or_outcomes()
    {
        await using var host = new ClientHost(_api.BaseUrl);
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, "oops", 500);

        var outcome = await host.Client.Users.GetMeAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(host.Logs.Lines());
        Assert.All(
            [.. host.Logs.Lines(), outcome.ToString()],
            line => Assert.DoesNotContain(FakeTokens.First, line, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_scopes_have_two_clients_that_share_one_transport()
    {
        using var services = new ServiceCollection()
            .AddScoped<IAccessTokenSource, FakeTokens>()
            .AddSpacesApi(options => options.BaseUrl = _api.BaseUrl)
            .BuildServiceProvider();
        using var one = services.CreateScope();
        using var other = services.CreateScope();

        Assert.NotSame(one.ServiceProvider.GetRequiredService<SpacesClient>(), other.ServiceProvider.GetRequiredService<SpacesClient>());
        Assert.Same(one.ServiceProvider.GetRequiredService<SpacesTransport>(), other.ServiceProvider.GetRequiredService<SpacesTransport>());
    }

    private sealed class Wire : HttpMessageHandler
    {
        public bool SawToken { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            SawToken = request.Headers.Authorization is not null;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
