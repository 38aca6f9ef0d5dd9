namespace AvayaCloud.Spaces;

/// <summary>A group space to create. The caller becomes its admin [docs D/api/spaces/spaces_invite].</summary>
public sealed record NewSpace([property: JsonPropertyName("title")] string Title)
{
    [JsonPropertyName("description")] public string Description { get; init; } = "";
    [JsonIgnore] public Invitation Invitation { get; init; } = new();
    [JsonInclude, JsonPropertyName("type")] internal string Type { get; } = "group";
}

/// <summary>Who is invited, and how; the body of both calls [docs D/api/spaces/spaces_invite].</summary>
public sealed record Invitation
{
    /// <summary>The space, if it is new.</summary>
    [JsonInclude, JsonPropertyName("topic")] internal NewSpace? Space { get; init; }
    [JsonPropertyName("invitees")] public IReadOnlyList<Invitee> Invitees { get; init; } = [];
    [JsonPropertyName("startDateTime")] public DateTimeOffset? Starts { get; init; }
    [JsonPropertyName("endDateTime")] public DateTimeOffset? Ends { get; init; }

    /// <summary>True: Avaya sends e-mails. False: the caller passes on <see cref="InvitationResult.Text"/>.</summary>
    [JsonIgnore] public bool SendEmail { get; init; } = true;
    [JsonInclude, JsonPropertyName("informChannel")] internal string InformChannel => SendEmail ? "server" : "client";

    /// <summary>The documented default, although it is missing from the documented values [wire 7.16].</summary>
    [JsonInclude, JsonPropertyName("inviteMode")] internal string InviteMode { get; } = "join";

    /// <summary>The culture of the e-mail, such as <c>en-US</c>.</summary>
    [JsonPropertyName("inviteContentLanguage")] public string? Language { get; init; }
}

/// <summary>A user to invite, by e-mail address or by Spaces id [docs D/api/spaces/spaces_invite].</summary>
public sealed record Invitee
{
    private Invitee(string type, string name, SpaceRole role)
    {
        Type = type;
        Name = name;
        Role = role.ToWire();
    }

    /// <summary><c>email</c> or <c>userId</c>.</summary>
    [JsonPropertyName("inviteeType")] public string Type { get; }
    [JsonPropertyName("invitee")] public string Name { get; }
    [JsonPropertyName("role")] public string Role { get; }

    public static Invitee ByEmail(string email, SpaceRole role = SpaceRole.Member) => new("email", email, role);

    public static Invitee ById(string userId, SpaceRole role = SpaceRole.Member) => new("userId", userId, role);
}
