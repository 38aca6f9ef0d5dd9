namespace AvayaCloud.Spaces;

/// <summary>The body of both invitations, with a topic when the space is new [docs D/api/spaces/spaces_invite].</summary>
internal sealed record InvitationRequest
{
    [JsonPropertyName("topic")] public NewTopic? Topic { get; init; }
    [JsonPropertyName("invitees")] public IReadOnlyList<InviteeRequest> Invitees { get; init; } = [];
    [JsonPropertyName("startDateTime")] public DateTimeOffset? Starts { get; init; }
    [JsonPropertyName("endDateTime")] public DateTimeOffset? Ends { get; init; }

    /// <summary>Who tells the invitees: <c>server</c> mails them, <c>client</c> gives the text back [docs same].</summary>
    [JsonPropertyName("informChannel")] public string InformChannel { get; init; } = "server";

    /// <summary>Written as the default, though not among the listed values [wire 7.16].</summary>
    [JsonPropertyName("inviteMode")] public string InviteMode { get; init; } = "join";
    [JsonPropertyName("inviteContentLanguage")] public string? Language { get; init; }
}

/// <summary>The space that is made along with an invitation [docs D/api/spaces/spaces_invite].</summary>
internal sealed record NewTopic
{
    [JsonPropertyName("title")] public required string Title { get; init; }
    [JsonPropertyName("description")] public string Description { get; init; } = "";
    [JsonPropertyName("type")] public string Type { get; init; } = "group";
}

/// <summary>Who is invited, and as what [docs D/api/spaces/spaces_invite].</summary>
internal sealed record InviteeRequest
{
    /// <summary><c>email</c> or <c>userId</c>.</summary>
    [JsonPropertyName("inviteeType")] public required string Type { get; init; }
    [JsonPropertyName("invitee")] public required string Invitee { get; init; }
    [JsonPropertyName("role")] public required string Role { get; init; }
}
