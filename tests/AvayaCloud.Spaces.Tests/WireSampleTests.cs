using System.Text.Json;
using System.Text.Json.Nodes;

namespace AvayaCloud.Spaces.Tests;

/// <summary>The samples of the wire contract, read in full; where it contradicts itself, each form of it [wire 7].</summary>
public sealed class WireSampleTests
{
    [Fact]
    public void A_message() // [wire 4.4]
    {
        var message = Read<Envelope<Message>>(Fixture("message.json")).Value!;

        Assert.Equal(
            ("5f8ec8041f4b4395fc1d9e4b", MessageCategory.Task, "5f04251caa4a347af9946e06", "Harbour", SpaceKind.Group),
            (message.Id, message.Category, message.SpaceId, message.SpaceTitle, message.SpaceKind));
        Assert.Equal(
            new Sender
            {
                Id = "5f04251caa4a347af9946e07",
                Type = "user",
                Username = "a@b.com",
                DisplayName = "A B",
                PictureUrl = "https://a.example/ab.png",
            },
            message.Sender);
        Assert.Equal(("<p>it&#x27;s &quot;due&quot;</p>", "<p>all of it</p>"), (message.Content!.BodyText, message.Content.Description));
        Assert.Equal(
            new MessageFile
            {
                FileKey = "k1",
                Size = 12,
                Kind = "document",
                Name = "plan.txt",
                MimeType = "text/plain",
                Provider = "native",
                Url = "https://files.example/k1",
            },
            Assert.Single(message.Content.Files));
        Assert.Equal(
            ("5f04251caa4a347af9946e08", Time("2026-12-01T12:00:00Z"), TaskState.Pending),
            (Assert.Single(message.Task!.Assignees), message.Task.Due, message.Task.State));
        Assert.Equal(
            new ParentMessage { Id = "5f8ec8041f4b4395fc1d9e4a", BodyText = "This is a new post", Category = MessageCategory.Idea },
            message.Parent);
        Assert.Equal(
            (2, Time("2026-11-22T09:00:00.003Z"), Time("2026-11-22T10:00:00.003Z")),
            (message.CommentCount, message.Created, message.Modified));
    }

    [Theory] // [wire 7.10]
    [InlineData(
        """{"content":{"assignees":[{"_id":"1"}],"dueDate":"2026-12-01T12:00:00.000Z","status":"completed"}}""", TaskState.Completed)]
    [InlineData("""{"content":{"assignees":["1"],"dueDate":1796126400000,"status":"complete"}}""", TaskState.Completed)]
    [InlineData("""{"content":{},"assignees":["1"],"dueDate":"2026-12-01T12:00:00.000Z","status":1}""", TaskState.Completed)]
    [InlineData("""{"content":{},"assignees":["1"],"dueDate":"2026-12-01T12:00:00.000Z","status":0}""", TaskState.Pending)]
    public void A_task_in_both_forms(string parts, TaskState state)
    {
        var json = JsonNode.Parse(parts)!.AsObject();
        (json["_id"], json["category"]) = ("1", "task");

        var task = Read<Message>(json.ToJsonString()).Task!;

        Assert.Equal(("1", Time("2026-12-01T12:00:00Z"), state), (Assert.Single(task.Assignees), task.Due, task.State));
    }

    [Theory] // [wire 4.0]
    [InlineData("{0}")]
    [InlineData("""{{"data":{0}}}""")]
    [InlineData("""{{"data":[{0}]}}""")]
    [InlineData("""{{"topic":{0},"mdServer":""}}""")]
    public void A_space_however_it_is_wrapped(string wrapper)
    {
        var space = Read<Envelope<SpaceDetails>>(string.Format(null, wrapper, Fixture("space.json"))).Value!;

        Assert.Equal(
            ("5f04251caa4a347af9946e06", "5f04251caa4a347af9946e07", "My room", SpaceKind.Personal, false),
            (space.Id, space.CreatorId, space.Title, space.Kind, space.IsArchived));
        Assert.Equal([SpaceDetails.NoHistoryForGuests], space.Restrictions);
        Assert.Equal(SpaceRole.Admin, Assert.Single(space.Members).Role);
        Assert.Equal(
            ("71234567", "1234", true, true, false),
            (
                space.Settings!.ConferenceId, space.Settings.Pin, space.Settings.PinRule!.AllGuests, space.Settings.AllowsPinInUrl,
                space.Settings.MembersOnly));
        Assert.Equal(new ConferenceSettings { MixerMode = "sfu", MaxResolution = "1080" }, space.Settings.Conference);
        Assert.Equal(new Retention { Days = 30, Type = "delete_after_days", IgnoresCompanyPolicy = true }, space.Retention);
    }

    [Fact]
    public void Colleagues_and_members() // [wire 4.2, 4.3]
    {
        var page = Read<Page<User>>(Fixture("colleagues.json"));
        Assert.Equal(
            ("A B", "a@b.com", "A", false),
            (page.Items[0].DisplayName, page.Items[0].Emails[0].Value, page.Items[0].Name!.Given, page.HasNextPage));

        var members = Read<Page<Member>>(Fixture("members.json")).Items;
        Assert.Equal([SpaceRole.Admin, SpaceRole.Unknown], members.Select(it => it.Role));
        Assert.All(members, it => Assert.Equal("userid", it.Type, ignoreCase: true));
        Assert.Null(members[0].PictureUrl);
    }

    [Fact]
    public void Service_configurations() // [wire 4.6]
    {
        var all = Read<ServiceConfigurations>(Fixture("service-configurations.json"));

        Assert.Equal(
            ("https://spacesapis.avayacloud.com", "https://spacesapis-socket.avayacloud.com"),
            (all.Spaces!.ServerUrl, all.Spaces.SocketUrl));
        Assert.Equal(("https://store.avayacloud.com", "https://accounts.avayacloud.com"), (all.Store!.ServerUrl, all.Accounts!.ServerUrl));
    }

    [Fact]
    public void A_user_s_presence() // [wire 5.2, 5.3]
    {
        using var json = JsonDocument.Parse(Fixture("presence.json"));

        var person = json.RootElement.ReadParticipant()!;

        Assert.Equal(
            ("5f04251caa4a347af9946e07", "6f1c", "anonymous", "A B", null),
            (person.Id, person.SessionId, person.Type, person.DisplayName, person.PictureUrl));
        Assert.Equal(
            new LivePresence
            {
                IsOnDesktop = true,
                IsIdle = true,
                Role = "guest",
                Media = new LiveMedia { HasAudio = true, IsConnected = true, SharesScreen = true, IsMuted = true },
            },
            person.Presence);
        Assert.Equal(
            person.Presence,
            JsonSerializer.Deserialize(
                JsonSerializer.Serialize(person.Presence, RequestJson.Default.LivePresence), SpacesJson.Default.LivePresence));
    }

    [Fact]
    public void An_invitation_as_it_is_sent() // [wire 4.3]
    {
        var invitation = new Invitation
        {
            Invitees = [Invitee.ByEmail("a@b.com")],
            Starts = Time("2026-11-22T09:00:00Z"),
            Ends = Time("2026-11-22T10:00:00Z"),
            Language = "en-US",
        };
        var sample = JsonNode.Parse(Fixture("invite-request.json"))!;
        sample["topic"]!.AsObject().Remove("id"); // null there, and null is not sent

        var sent = JsonSerializer.SerializeToNode(
            invitation with { Space = new NewSpace("New space") }, RequestJson.Default.Invitation);

        Assert.True(JsonNode.DeepEquals(sample, sent), sent!.ToJsonString());
    }

    private static string Fixture(string name) => ModelTests.Fixture(name);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, null);

    private static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), SpacesJson.Default)!;
}
