using System.Globalization;

namespace AvayaCloud.Spaces.Tests;

public sealed class PagingTests : IAsyncLifetime
{
    private FakeApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await FakeApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Links_are_followed_unchanged_up_to_the_last_page()
    {
        Pages("/api/users/me/spaces?size=2&pageref=1&pageToken=a%2Bb&unknown=x", "/api/users/me/topics?pageref=2", null);

        var outcomes = await ListAsync();

        Assert.All(outcomes, outcome => Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(outcome));
        Assert.Equal(
            ["/api/users/me/spaces?size=2&pageref=1&pageToken=a+b&unknown=x", "/api/users/me/topics?pageref=2"],
            _api.Seen.Skip(1).Select(call => call.Target));
        Assert.All(_api.Seen, call => Assert.Equal("Bearer " + FakeTokens.First, call.Authorization));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("end")]
    public async Task All_known_forms_of_no_next_page_are_recognized(string link)
    {
        Pages(link);

        Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(Assert.Single(await ListAsync()));
        Assert.Single(_api.Seen);
    }

    [Fact]
    public async Task An_announced_but_empty_page_is_the_end()
    {
        _api.Answer = (context, call) => FakeApi.JsonAsync(context, call == 1
            ? """{"data":[{"_id":"1"}],"nextPageUrl":"/api/users/me/spaces?pageref=1"}"""
            : """{"data":[],"nextPageUrl":"/api/users/me/spaces?pageref=2"}""");

        Assert.Single(await ListAsync());
        Assert.Equal(2, _api.Seen.Count);
    }

    [Fact]
    public async Task The_first_page_costs_one_call_and_may_be_empty()
    {
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, """{"data":[],"nextPageUrl":"/api/users/me/spaces?pageref=1"}""");

        Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(Assert.Single(await ListAsync()));
        Assert.Single(_api.Seen);
    }

    [Theory]
    [InlineData("http://evil.example/api/users/me/spaces")]
    [InlineData("//evil.example/api/users/me/spaces")]
    [InlineData("/\\evil.example/api/users/me/spaces")]
    [InlineData("\\\\evil.example\\api\\users")]
    [InlineData("https://evil.example/api/users/me/spaces")]
    [InlineData("https://{host}/oauth2/revoke_token")]
    [InlineData("https://evil.example@{host}/api/users/me/spaces")]
    [InlineData("https://127.0.0.1:1/api/users/me/spaces")]
    [InlineData("http://{host}@evil.example/api/users/me/spaces")]
    [InlineData("http://evil.example@{host}/api/users/me/spaces")]
    [InlineData("http://127.0.0.1:1/api/users/me/spaces")]
    [InlineData("/oauth2/revoke_token")]
    [InlineData("/apiary/users/me/spaces")]
    [InlineData("/api")]
    [InlineData("?pageref=1")]
    [InlineData("/api/../oauth2/access_token")]
    [InlineData("/api/users/../../oauth2/access_token")]
    [InlineData("/api/users/%2e%2e/%2E%2E/oauth2")]
    [InlineData("/api/users/..%2f..%2foauth2")]
    [InlineData("/api/users/me/spaces?a=b c")]
    [InlineData("/api/users/me/spaces\r\nHost: evil.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("gopher://{host}/api/users/me/spaces")]
    [InlineData("http://[::1/api")]
    public async Task A_link_to_another_place_is_an_invalid_response_and_not_followed(string link)
    {
        Pages(link.Replace("{host}", _api.Origin.Authority, StringComparison.Ordinal));

        var outcomes = await ListAsync();

        Assert.Equal(2, outcomes.Count);
        Assert.Equal(SpacesErrorKind.InvalidResponse, outcomes[1].Error?.Kind);
        Assert.Single(_api.Seen);
    }

    [Fact]
    public async Task A_link_with_the_own_host_written_out_is_followed()
    {
        Pages(new Uri(_api.Origin, "/api/users/me/spaces?pageref=1").AbsoluteUri, null);

        Assert.Equal(2, (await ListAsync()).Count);
    }

    [Fact]
    public async Task A_link_with_the_own_host_and_the_other_scheme_is_requested_from_the_configured_origin()
    {
        Pages(
            $"https://{_api.Origin.Authority}/api/users/me/spaces?pageref=1", $"https://{_api.Origin.Host}/api/users/me/spaces?pageref=2",
            null);

        Assert.All(await ListAsync(), outcome => Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(outcome));
        Assert.Equal(["/api/users/me/spaces?pageref=1", "/api/users/me/spaces?pageref=2"], _api.Seen.Skip(1).Select(seen => seen.Target));
    }

    [Theory]
    [InlineData("https://api.example.com/api", "http://api.example.com/api/users?p=1", "https://api.example.com/api/users?p=1")]
    [InlineData("https://api.example.com/api", "http://api.example.com:80/api/users?p=1", "https://api.example.com/api/users?p=1")]
    [InlineData("https://api.example.com:8443/api", "http://api.example.com/api/users?p=1", "https://api.example.com:8443/api/users?p=1")]
    [InlineData(
        "https://api.example.com:8443/api", "http://API.example.com:8443/api/users?p=1", "https://api.example.com:8443/api/users?p=1")]
    [InlineData("https://api.example.com/api", "http://api.example.com:8080/api/users?p=1", null)]
    [InlineData("https://api.example.com/api", "http://api.example.com//evil.example/api/users", null)]
    [InlineData("https://api.example.com/api", "ws://api.example.com/api/users", null)]
    public void Nothing_ever_goes_over_http_to_an_API_with_TLS(string baseUrl, string link, string? asked) =>
        Assert.Equal(asked, new NextPageLinks(new Uri(baseUrl)).TryFollow(link, out var address) ? address.AbsoluteUri : null);

    [Fact]
    public async Task Circular_links_are_an_invalid_response()
    {
        _api.Answer = (context, call) => FakeApi.JsonAsync(
            context, $$"""{"data":[{"_id":"1"}],"nextPageUrl":"/api/users/me/spaces?pageref={{call % 3}}"}""");

        Assert.Equal(SpacesErrorKind.InvalidResponse, (await ListAsync())[^1].Error?.Kind);
        Assert.InRange(_api.Seen.Count, 3, 5);
    }

    [Fact]
    public async Task A_page_that_fails_is_the_last_and_says_why()
    {
        _api.Answer = (context, call) => call == 1
            ? FakeApi.JsonAsync(context, """{"data":[{"_id":"1"}],"nextPageUrl":"/api/users/me/spaces?pageref=1"}""")
            : FakeApi.JsonAsync(context, "<html>");

        var outcomes = await ListAsync();

        Assert.Collection(
            outcomes,
            first => Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(first),
            second => Assert.Equal(SpacesErrorKind.InvalidResponse, second.Error?.Kind));
    }

    [Fact]
    public async Task Every_documented_parameter_is_sent_as_documented()
    {
        Pages([null]);
        await using var host = new ClientHost(_api.BaseUrl);
        var query = new SpacesQuery
        {
            Size = 500,
            Search = SpacesSearch.Literal("a.b & c"),
            Kinds = SpaceKinds.All,
            Status = SpaceStatus.Any,
            PinnedOnly = true,
            IncludeDeleted = true,
            After = DateTimeOffset.FromUnixTimeMilliseconds(1700000000000),
            Page = 2,
            PageRef = "r",
            PageToken = "t",
        };

        await host.Client.Spaces.GetPageAsync(query, TestContext.Current.CancellationToken);
        await host.Client.Spaces.GetPageAsync(new SpacesQuery { Kinds = SpaceKinds.None }, TestContext.Current.CancellationToken);

        string[] expected =
        [
            "after=1700000000000", "filtertype=pinned", "includedeleted=true", "page=2", "pageToken=t", "pageref=r", "search=a\\.b & c",
            "size=50",
            "topicstatus=all", "topictype=group,direct,personal",
        ];
        Assert.Equal("/api/users/me/spaces", _api.Seen.First().Path);
        var sent = _api.Seen.First().Target.Split('?')[1].Replace(
            " & ", " ~ ", StringComparison.Ordinal).Split('&').Order(StringComparer.Ordinal);
        Assert.Equal(expected, sent.Select(pair => pair.Replace(" ~ ", " & ", StringComparison.Ordinal)));
        Assert.Equal("/api/users/me/spaces?size=50&topicstatus=0", _api.Seen.Last().Target);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("C++ (2026)", @"C\+\+ \(2026\)")]
    [InlineData(@"^a|b$.*?[x]{2}\", @"\^a\|b\$\.\*\?\[x\]\{2\}\\")]
    public void Literal_search_finds_the_text_and_nothing_else(string text, string expected)
    {
        var literal = SpacesSearch.Literal(text);

        Assert.Equal(expected, literal);
        Assert.Equal(text, System.Text.RegularExpressions.Regex.Match("…" + text + "…", literal).Value);
    }

    private void Pages(params string?[] links) => _api.Answer = (context, call) => FakeApi.JsonAsync(context, string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"data":[{"_id":"{{call}}"}],
        "nextPageUrl":{{System.Text.Json.JsonSerializer.Serialize(links.ElementAtOrDefault(call - 1))}}}
        """));

    private async Task<List<SpacesOutcome<Page<Space>>>> ListAsync()
    {
        await using var host = new ClientHost(_api.BaseUrl);
        var outcomes = new List<SpacesOutcome<Page<Space>>>();
        await foreach (var outcome in host.Client.Spaces.ListAsync(new SpacesQuery(), TestContext.Current.CancellationToken))
            outcomes.Add(outcome);
        return outcomes;
    }
}
