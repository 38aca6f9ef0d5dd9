using System.Net;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

public sealed class MeTests
{
    // The members of seed 1's answer, in its order.
    private static readonly string[] Members =
    [
        "name", "aType", "permissions", "_id", "ndbid", "addresses", "displayname", "emails", "gender", "languages", "lastupdatetime",
        "licenses",
        "phone_numbers", "relation_graphs", "timezone", "username", "picturefile", "picture_url", "profile",
    ];

    private static readonly string[] NameMembers =
        [
            "familyname", "formatted", "givenname", "honorific_prefix", "honorific_suffix", "middlename",
            "pronunciation", "pronunciation_url",
        ];

    [Fact]
    public async Task It_has_the_tutorials_shape()
    {
        await using var world = await World.StartAsync();

        var me = (await world.GetAsync("/api/users/me", (await world.SignInAsync())["access_token"])).Json!;

        Assert.Equal(Members, me.AsObject().Select(it => it.Key));
        Assert.Equal(NameMembers, me["name"]!.AsObject().Select(it => it.Key));
        Assert.Equal(
            ["name", "displayname", "username", "phone_numbers", "picture_url", "addresses", "gender"],
            me["profile"]!.AsObject().Select(it => it.Key));
        Assert.Equal(["value", "type", "primary", "label", "relationdef_id"], me["emails"]![0]!.AsObject().Select(it => it.Key));
        Assert.Equal(["code", "primary"], me["languages"]![0]!.AsObject().Select(it => it.Key));
        Assert.Equal(
            ["service_type", "product_type", "expiration", "parent_type", "trial", "purchased_license_ndbid"],
            me["licenses"]![0]!.AsObject().Select(it => it.Key));
        Assert.Equal(
            ["relationdef_id", "initiator_id", "initiator_type", "relation_type"],
            me["relation_graphs"]![0]!.AsObject().Select(it => it.Key));
        Assert.Matches("^[0-9a-f]{24}$", (string)me["_id"]!);
        Assert.Matches("^agxzfm9uZXNuYTIwMTRyEQsSBFVzZXIY[-_0-9A-Za-z]{10}[048AEIMQUYcgkosw]?M$", (string)me["ndbid"]!);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string)me["lastupdatetime"]!);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task The_scheme_is_read_case_insensitively(string scheme)
    {
        await using var world = await World.StartAsync();
        Assert.Equal(
            HttpStatusCode.OK, (await world.GetAsync("/api/users/me", (await world.SignInAsync())["access_token"], scheme)).Status);
    }

    [Theory]
    [InlineData(null, "Bearer", "authentication.required")]
    [InlineData("", "Bearer", "authentication.required")]
    [InlineData("0123456789012345678901234567890123456789", "Bearer", "authentication.invalid")]
    [InlineData("0123456789012345678901234567890123456789", "Basic", "authentication.required")]
    public async Task Anything_but_a_valid_token_is_401_with_a_code_and_a_message(string? token, string scheme, string code)
    {
        await using var world = await World.StartAsync();
        foreach (var path in new[] { "/api/users/me", "/api/users/me/spaces" })
        {
            var answer = await world.GetAsync(path, token, scheme);
            Assert.Equal((HttpStatusCode.Unauthorized, code), (answer.Status, answer["code"]));
            Assert.NotEmpty(answer["message"]);
        }
    }

    [Fact]
    public async Task A_refresh_token_opens_nothing()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await world.GetAsync("/api/users/me", (await world.SignInAsync())["refresh_token"])).Status);
    }

    [Fact]
    public async Task An_unknown_address_is_404_in_the_same_envelope()
    {
        await using var world = await World.StartAsync();
        var answer = await world.GetAsync("/api/no/such/thing");
        Assert.Equal((HttpStatusCode.NotFound, "not.found"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task Discovery_and_health_need_no_token()
    {
        await using var world = await World.StartAsync(it => it.PublicUrl = "https://avaya.localhost:9443/");
        var found = await world.GetAsync("/api/service-configurations");
        Assert.Equal("https://avaya.localhost:9443", (string)found.Json!["accounts"]!["server_url"]!);
        Assert.Equal(["spaces", "store", "accounts"], found.Json.AsObject().Select(it => it.Key));
        Assert.Equal(HttpStatusCode.OK, (await world.GetAsync("/health")).Status);
    }
}
