using System.Text.Json;

namespace AvayaCloud.Spaces.Tests;

public sealed class ModelTests
{
    [Fact]
    public void The_sample_of_the_first_seed_is_read_in_full()
    {
        var user = Read<User>(Fixture("users-me.json"));

        Assert.Equal("5f04251caa4a347af9946e06", user.Id);
        Assert.Equal("agxzfm9uZXNuYTIwMTRyEQsSBFVzZXIYgIDQuZ_s1QsM", user.IdentityId);
        Assert.Equal("test@avaya.com", user.Username);
        Assert.Equal("Test", user.DisplayName);
        Assert.Equal(new PersonName { Family = "User", Given = "Test" }, user.Name);
        Assert.Equal(["USERSELF_PERMISSION_GROUP", "IT_ADMIN_PERMISSION_GROUP"], user.Permissions);
        Assert.Equal(
            new Email
            {
                Value = "test@avaya.com",
                IsPrimary = true,
                RelationDefinitionId = "agxzfm9uZXNuYTIwMTRyGAsSC1JlbGF0aW9uRGVmGICA0Pmf4cMKDA",
            },
            Assert.Single(user.Emails));
        Assert.Equal(new Language { Code = "en-US", IsPrimary = true }, Assert.Single(user.Languages));
        Assert.Equal(DateTimeOffset.Parse("2020-08-03T12:28:05.003Z", null), user.LastUpdated);
        var license = Assert.Single(user.Licenses);
        Assert.Equal(
            ("zangspaces_business", "zangspaces", "company", false),
            (license.ServiceType, license.ProductType, license.ParentType, license.IsTrial));
        Assert.Equal(2300, license.Expires!.Value.Year);
        var relation = Assert.Single(user.Relations);
        Assert.Equal(("company", "employee"), (relation.InitiatorType, relation.RelationType));
        Assert.StartsWith("https://storage.googleapis.com/onesna/pictures/pfpic_ltest_", user.PictureUrl, StringComparison.Ordinal);
        Assert.Equal(("Test User", "User"), (user.Profile!.DisplayName, user.Profile.Name!.Given));
        Assert.Null(user.Gender);
        Assert.Null(user.TimeZone);
        Assert.Empty(user.Phones);
        Assert.Empty(user.Addresses);
    }

    [Fact]
    public void A_page_of_spaces_is_read_with_role_pin_and_unread()
    {
        var page = Read<Page<Space>>(Fixture("spaces-page.json"));

        Assert.Equal([SpaceKind.Group, SpaceKind.Direct, SpaceKind.Personal], page.Items.Select(space => space.Kind));
        Assert.Equal([SpaceRole.Admin, SpaceRole.Member, SpaceRole.Admin], page.Items.Select(space => space.Role));
        Assert.Equal([false, false, true], page.Items.Select(space => space.IsArchived));
        Assert.Equal(["Release train", null, "My room"], page.Items.Select(space => space.Title));
        var first = page.Items[0];
        Assert.True(first.IsPinned && first.IsUnread);
        Assert.Equal(2, first.MemberCount);
        Assert.Null(page.Items[1].MemberCount);
        Assert.Equal((2020, 8, 3), (first.LastAccess!.Value.Year, first.LastAccess.Value.Month, first.LastAccess.Value.Day));
        Assert.True(page.HasNextPage);
    }

    [Theory]
    [InlineData("""{"_id":"1"}""")]
    [InlineData(
        """{"_id":"1","name":null,"emails":null,"permissions":null,"licenses":null,"profile":null,"lastupdatetime":null,"picture_url":null}""")]
    [InlineData(
        """{"_id":"1","name":"Ada","emails":{},"permissions":"x","licenses":[1,"2",null,[]],"profile":[],"lastupdatetime":"","picture_url":7}""")]
    [InlineData("""{"_id":"1","gender":"\ud800","name":"\udc00"}""")]
    [InlineData(
        """{"_id":"1","languages":[[],{"code":{}}],"relation_graphs":true,"phone_numbers":[[[]]],"lastupdatetime":"yesterday","gender":{}}""")]
    public void Missing_null_and_mistyped_members_leave_the_rest_alone(string json)
    {
        var user = Read<User>(json);

        Assert.Equal("1", user.Id);
        Assert.Null(user.Name);
        Assert.Null(user.Profile);
        Assert.Null(user.LastUpdated);
        Assert.Null(user.PictureUrl);
        Assert.Empty(user.Emails);
        Assert.Empty(user.Permissions);
        Assert.Empty(user.Licenses);
    }

    [Fact]
    public void Rows_without_an_id_or_of_another_shape_are_left_out()
    {
        var page = Read<Page<Space>>("""{"data":[{"_id":"1"},{"title":"no id"},{"_id":""},{"_id":{}},7,null,"x",[],{"_id":2}]}""");

        Assert.Equal(["1", "2"], page.Items.Select(space => space.Id));
    }

    [Theory]
    [InlineData("\"Group\"", SpaceKind.Group)]
    [InlineData("\"PERSONAL\"", SpaceKind.Personal)]
    [InlineData("\"townhall\"", SpaceKind.Unknown)]
    [InlineData("\"group, direct\"", SpaceKind.Unknown)]
    [InlineData("\"2\"", SpaceKind.Unknown)]
    [InlineData("2", SpaceKind.Unknown)]
    [InlineData("null", SpaceKind.Unknown)]
    public void Unknown_kinds_are_read_as_unknown(string value, SpaceKind expected) =>
        Assert.Equal(expected, Read<Space>($$"""{"_id":"1","type":{{value}}}""").Kind);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("3", true)]
    [InlineData("0", false)]
    [InlineData("\"no\"", false)]
    [InlineData("[]", false)]
    public void Flags_are_read_leniently(string value, bool expected) =>
        Assert.Equal(expected, Read<Space>($$"""{"_id":"1","unread":{{value}}}""").IsUnread);

    [Theory]
    [InlineData("\"2020-08-03T12:28:05.003Z\"", 1596457685003)]
    [InlineData("\"2020-08-03T14:28:05.003+02:00\"", 1596457685003)]
    [InlineData("1596457685003", 1596457685003)]
    [InlineData("1e300", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("-5", null)]
    [InlineData("{}", null)]
    public void Times_are_read_leniently(string value, long? expected) =>
        Assert.Equal(expected, Read<Space>($$"""{"_id":"1","modified":{{value}}}""").Modified?.ToUnixTimeMilliseconds());

    [Theory]
    [InlineData("https://onesna.storage.googleapis.com/norevimages/noimage.jpg", null)]
    [InlineData("/norevimages/noimage.jpg", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:image/svg+xml,<svg onload=alert(1)>", null)]
    [InlineData("pictures/pfpic", null)]
    [InlineData("https://example.com/a b.png", "https://example.com/a%20b.png")]
    public void Pictures_are_web_addresses_of_real_pictures_or_none(string value, string? expected) =>
        Assert.Equal(expected, Read<User>(JsonSerializer.Serialize(new { _id = "1", picture_url = value })).PictureUrl);

    [Fact]
    public void Nesting_and_length_are_bounded()
    {
        Assert.Throws<JsonException>(() => Read<User>(
            "{\"_id\":\"1\",\"x\":" + string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100)) + "}"));
        var many = string.Join(',', Enumerable.Range(0, 5000).Select(number => $$"""{"_id":"{{number}}"}"""));
        Assert.Equal(1000, Read<Page<Space>>($$"""{"data":[{{many}}]}""").Items.Count);
    }

    internal static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), SpacesJson.Default)!;
}
