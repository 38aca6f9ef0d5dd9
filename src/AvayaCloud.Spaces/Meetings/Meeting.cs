namespace AvayaCloud.Spaces;

/// <summary>A meeting of a space [repo SDK].</summary>
public sealed record Meeting : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }
    [JsonPropertyName("content"), JsonConverter(typeof(LenientObject<MeetingContent>))] public MeetingContent? Content { get; init; }
}

/// <summary>Times and attendees [repo SDK], and recordings as at the socket [docs A/api/socket/media_session_response].</summary>
public sealed record MeetingContent
{
    [JsonPropertyName("startTime")] public DateTimeOffset? Started { get; init; }

    /// <summary>Null during the meeting.</summary>
    [JsonPropertyName("endTime")] public DateTimeOffset? Ended { get; init; }
    [JsonPropertyName("meetingStatus")] public string? Status { get; init; }
    [JsonPropertyName("attendees")] public IReadOnlyList<MeetingAttendee> Attendees { get; init => field = value ?? []; } = [];
    [JsonPropertyName("recordings")] public IReadOnlyList<MeetingRecording> Recordings { get; init => field = value ?? []; } = [];
}

/// <summary>An attendee of a meeting [repo SDK].</summary>
public sealed record MeetingAttendee
{
    [JsonPropertyName("attendee")] public string? Id { get; init; }
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("joinTime")] public DateTimeOffset? Joined { get; init; }
}

/// <summary>Sources mention recordings, but not their shape [guess].</summary>
public sealed record MeetingRecording
{
    [JsonPropertyName("_id")] public string? Id { get; init; }
    [JsonPropertyName("startTime")] public DateTimeOffset? Started { get; init; }
    [JsonPropertyName("endTime")] public DateTimeOffset? Stopped { get; init; }
}

/// <summary>What a client needs to join at the media servers [repo LT k6/src/mpaas.js].</summary>
public sealed record MediaSession : IIdentified
{
    [JsonPropertyName("sessionId")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("confId")] public string? ConferenceId { get; init; }
    [JsonPropertyName("token")] public string? Token { get; init; }

    // Without the token.
    public override string ToString() => $"{nameof(MediaSession)} {Id}";
}
