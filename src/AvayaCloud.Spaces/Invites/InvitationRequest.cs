namespace AvayaCloud.Spaces;

/// <summary>The body of both calls; with a topic if the space is new [docs D/api/spaces/spaces_invite].</summary>
internal sealed record InvitationRequest
{
    [JsonPropertyName("topic")] public NewTopic? Topic { get; init; }
    [JsonPropertyName("invitees")] public IReadOnlyList<InviteeRequest> Invitees { get; init; } = [];
    [JsonPropertyName("startDateTime")] public DateTimeOffset? Starts { get; init; }
    [JsonPropertyName("endDateTime")] public DateTimeOffset? Ends { get; init; }

    /// <summary><c>server</c> sends e-mails, <c>client</c> returns the text [docs same].</summary>
    [JsonPropertyName("informChannel")] public string InformChannel { get; init; } = "server";

    /// <summary>The documented default, although it is missing from the documented values [wire 7.16].</summary>
    [JsonPropertyName("inviteMode")] public string InviteMode { get; init; } = "join";
    [JsonPropertyName("inviteContentLanguage")] public string? Language { get; init; }
}

/// <summary>The space to create [docs D/api/spaces/spaces_invite].</summary>
internal sealed record NewTopic
{
    [JsonPropertyName("title")] public required string Title { get; init; }
    [JsonPropertyName("description")] public string Description { get; init; } = "";
    [JsonPropertyName("type")] public string Type { get; init; } = "group";
}

/// <summary>An invited user and their role [docs D/api/spaces/spaces_invite].</summary>
internal sealed record InviteeRequest
{
    /// <summary><c>email</c> or <c>userId</c>.</summary>
    [JsonPropertyName("inviteeType")] public required string Type { get; init; }
    [JsonPropertyName("invitee")] public required string Invitee { get; init; }
    [JsonPropertyName("role")] public required string Role { get; init; }
}
