namespace AvayaCloud.Spaces;

/// <summary>The result of an invitation [repo LT k6/src/create-meeting.js] [repo QUIZ].</summary>
public sealed record InvitationResult
{
    [JsonPropertyName("data")] public required IReadOnlyList<InvitationEntry> Entries { get; init; }
    [JsonPropertyName("inviteContent"), JsonConverter(typeof(LenientObject<InvitationText>))] public InvitationText? Content { get; init; }

    /// <summary>The id of the space; empty if the response does not contain it.</summary>
    [JsonIgnore]
    public string SpaceId => Entries.Select(it => it.SpaceId).FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? "";

    /// <summary>HTML with the link, for the caller to pass on.</summary>
    [JsonIgnore]
    public string? Text => Content?.Text;
}

/// <summary>The result for one invitee; <c>topicId</c> [repo LT k6/src/create-meeting.js], the others [guess].</summary>
public sealed record InvitationEntry
{
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }
    [JsonPropertyName("inviteId")] public string? InviteId { get; init; }
    [JsonPropertyName("invitee")] public string? Invitee { get; init; }
}

/// <summary>Present for <c>informChannel=client</c> [repo QUIZ].</summary>
public sealed record InvitationText
{
    [JsonPropertyName("text")] public string? Text { get; init; }
}
