using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AvayaCloud.Spaces.Tests.Table;

/// <summary>Every call against every kind of answer.</summary>
public sealed class AnswerTableTests : TableTest
{
    private const string Quoting = """{"code":"x","message":"Bearer 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567 may not"}""";

    [Theory, MemberData(nameof(Names))]
    public async Task A_valid_response_is_parsed(string name)
    {
        var endpoint = Named(name);
        Answers(Good(endpoint));

        var result = await CallAsync(endpoint);

        Assert.Null(result.Error);
        var call = Assert.Single(Calls);
        Assert.Equal((endpoint.Method, (name == "IHealthApi.CheckAsync" ? "" : "/api") + endpoint.Path), (call.Method, call.Path));
        Assert.Equal(endpoint.IsAnonymous ? "" : "Bearer " + FakeTokens.First, call.Authorization);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_rejected_token_is_refreshed_once_and_the_call_is_repeated(string name)
    {
        var endpoint = Named(name);
        Answers(Json("{}", 401), Good(endpoint));

        var result = await CallAsync(endpoint);

        Assert.Equal(endpoint.IsAnonymous ? SpacesErrorKind.SignInNeeded : null, result.Error?.Kind);
        Assert.Equal(
            endpoint.IsAnonymous ? [""] : ["Bearer " + FakeTokens.First, "Bearer " + FakeTokens.Renewed],
            Calls.Select(it => it.Authorization));
        Assert.Single(Calls.Select(it => it.Body).Distinct()); // the same again, its body included
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Two_rejected_tokens_need_a_sign_in(string name)
    {
        Answers(Json("{}", 401));

        Assert.Equal(SpacesErrorKind.SignInNeeded, (await CallAsync(Named(name))).Error?.Kind);
        Assert.InRange(Calls.Count(), 1, 2);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Refusals_keep_their_kind_and_lose_quoted_secrets(string name)
    {
        (int, SpacesErrorKind, string?)[] refusals =
        [
            (403, SpacesErrorKind.Forbidden, "Bearer … may not"), (404, SpacesErrorKind.NotFound, null),
            (400, SpacesErrorKind.Rejected, "Bearer … may not"), (409, SpacesErrorKind.Rejected, "Bearer … may not"),
        ];
        foreach (var (status, kind, message) in refusals)
        {
            Answers(Json(Quoting, status));
            int? rejected = kind == SpacesErrorKind.Rejected ? status : null;
            var cause = message is null ? null : "x";
            var expected = new SpacesError(kind, Message: message) { Status = rejected, Cause = cause };
            Assert.Equal(expected, (await CallAsync(Named(name))).Error);
        }

        Assert.Equal(4, Calls.Count());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_rate_limit_says_how_long_to_wait(string name)
    {
        Answers(context =>
        {
            context.Response.Headers.RetryAfter = "30";
            return FakeApi.JsonAsync(context, Quoting, 429);
        });

        Assert.Equal(new SpacesError(SpacesErrorKind.Limited, TimeSpan.FromSeconds(30)), (await CallAsync(Named(name))).Error);
        Assert.Single(Calls);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task A_failing_server_is_asked_again_where_that_changes_nothing(string name)
    {
        var endpoint = Named(name);
        Answers(Json("oops", 500), Good(endpoint));

        var result = await CallAsync(endpoint);

        Assert.Equal(endpoint.IsRepeated ? null : new SpacesError(SpacesErrorKind.Unavailable, Message: "HTTP 500"), result.Error);
        Assert.Equal(endpoint.IsRepeated ? 2 : 1, Calls.Count());
        // A call that was certainly not executed, or that may be repeated, is retried and succeeds.
        Assert.Null((await CallAsync(endpoint)).Error);
        Assert.Single(Calls.Select(it => it.Body).Distinct());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task An_HTML_page_is_an_invalid_response(string name)
    {
        Answers(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<!doctype html><title>Sign in</title>");
        });

        Assert.Equal(SpacesErrorKind.InvalidResponse, (await CallAsync(Named(name))).Error?.Kind);
        Assert.Single(Calls);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task An_empty_response_is_accepted_only_where_no_content_is_expected(string name)
    {
        var endpoint = Named(name);
        Answers(Json(""));

        Assert.Equal(endpoint.Wants == Wants.Nothing ? null : SpacesErrorKind.InvalidResponse, (await CallAsync(endpoint)).Error?.Kind);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Half_a_response_is_invalid(string name)
    {
        var endpoint = Named(name);
        Answers(Json(endpoint.Good[..(endpoint.Good.Length / 2)]));

        Assert.Equal(SpacesErrorKind.InvalidResponse, (await CallAsync(endpoint)).Error?.Kind);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Members_of_other_types_are_ignored_and_a_response_without_its_object_is_invalid(string name)
    {
        var endpoint = Named(name);
        var json = JsonNode.Parse(endpoint.Good)!.AsObject();
        foreach (var member in json.Select(it => it.Key).ToList())
            json[member] = new JsonObject { ["x"] = new JsonArray(1, new JsonObject()) };
        foreach (var body in (string[])[json.ToJsonString(), "42", "\"text\"", "null"])
        {
            Answers(Json(body));
            var isEnough = endpoint.Wants is Wants.Anything or Wants.Nothing && body[0] == '{';
            Assert.Equal(isEnough ? null : SpacesErrorKind.InvalidResponse, (await CallAsync(endpoint)).Error?.Kind);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Unknown_members_are_ignored(string name)
    {
        var endpoint = Named(name);
        var json = JsonNode.Parse(endpoint.Good)!;
        Enrich(json);
        Answers(Json(json.ToJsonString()));

        Assert.Null((await CallAsync(endpoint)).Error);
    }

    private static void Enrich(JsonNode? node)
    {
        foreach (var child in node switch { JsonObject it => it.Select(pair => pair.Value), JsonArray it => it, _ => [] })
            Enrich(child);
        if (node is not JsonObject json)
            return;
        json["fromTheFuture"] = new JsonObject { ["deep"] = new JsonArray(1, "two", null, new JsonObject { ["_id"] = 3 }) };
        json["Title "] = "😀";
    }
}
