namespace AvayaCloud.Spaces;

/// <summary>What an invitation came to [repo LT k6/src/create-meeting.js] [repo QUIZ].</summary>
public sealed record InvitationResult
{
    [JsonPropertyName("data")]
    public required IReadOnlyList<InvitationEntry> Entries { get; init; }
    [JsonPropertyName("inviteContent"), JsonConverter(typeof(LenientObject<InvitationText>))] public InvitationText? Content { get; init; }

    /// <summary>The space, a new one or the one invited into; empty where the answer does not say.</summary>
    [JsonIgnore]
    public string SpaceId => Entries.Select(it => it.SpaceId).FirstOrDefault(id => !string.IsNullOrEmpty(id)) ?? "";

    /// <summary>HTML with the link, where the caller passes it on.</summary>
    [JsonIgnore]
    public string? Text => Content?.Text;
}

/// <summary>What became of one invitee; only <c>topicId</c> is on record [repo LT k6/src/create-meeting.js], the others are a
/// [guess].</summary>
public sealed record InvitationEntry
{
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }
    [JsonPropertyName("inviteId")] public string? InviteId { get; init; }
    [JsonPropertyName("invitee")] public string? Invitee { get; init; }
}

/// <summary>With <c>informChannel=client</c> [repo QUIZ].</summary>
public sealed record InvitationText
{
    [JsonPropertyName("text")] public string? Text { get; init; }
}
