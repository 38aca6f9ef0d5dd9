namespace AvayaCloud.Spaces;

/// <summary>A meeting of a space [repo SDK].</summary>
public sealed record Meeting : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }
    [JsonPropertyName("content"), JsonConverter(typeof(LenientObject<MeetingContent>))] public MeetingContent? Content { get; init; }
}

/// <summary>When it was, and who met [repo SDK]; the recordings are those of the socket [docs
/// A/api/socket/media_session_response].</summary>
public sealed record MeetingContent
{
    [JsonPropertyName("startTime")] public DateTimeOffset? Started { get; init; }

    /// <summary>Null while it is under way.</summary>
    [JsonPropertyName("endTime")] public DateTimeOffset? Ended { get; init; }
    [JsonPropertyName("meetingStatus")] public string? Status { get; init; }

    [JsonPropertyName("attendees")]
    public IReadOnlyList<MeetingAttendee> Attendees { get; init => field = value ?? []; } = [];

    [JsonPropertyName("recordings")]
    public IReadOnlyList<MeetingRecording> Recordings { get; init => field = value ?? []; } = [];
}

/// <summary>Somebody who met [repo SDK].</summary>
public sealed record MeetingAttendee
{
    [JsonPropertyName("attendee")] public string? Id { get; init; }
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("joinTime")] public DateTimeOffset? Joined { get; init; }
}

/// <summary>That there are recordings is on record, what they look like is not [guess].</summary>
public sealed record MeetingRecording
{
    [JsonPropertyName("_id")] public string? Id { get; init; }
    [JsonPropertyName("startTime")] public DateTimeOffset? Started { get; init; }
    [JsonPropertyName("endTime")] public DateTimeOffset? Stopped { get; init; }
}

/// <summary>What the media servers want to see of somebody who joins [repo LT k6/src/mpaas.js].</summary>
public sealed record MediaSession : IIdentified
{
    [JsonPropertyName("sessionId")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("confId")] public string? ConferenceId { get; init; }
    [JsonPropertyName("token")] public string? Token { get; init; }

    // Not with what else it holds: a token.
    public override string ToString() => $"{nameof(MediaSession)} {Id}";
}
