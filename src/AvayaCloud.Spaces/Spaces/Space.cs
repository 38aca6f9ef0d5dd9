namespace AvayaCloud.Spaces;

/// <summary>The members that every response has for a space (the API calls it a topic) and for the signed-in user's view of it [wire 4.8]
/// [docs D/api/users/users_me_spaces].</summary>
public abstract record SpaceSummary : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("cid")] public string? CreatorId { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }
    [JsonPropertyName("type")] public SpaceKind Kind { get; init; }

    /// <summary>The signed-in user's role.</summary>
    [JsonPropertyName("role")] public SpaceRole Role { get; init; }
    [JsonPropertyName("status"), JsonConverter(typeof(ArchivedStatus))] public bool IsArchived { get; init; }
    [JsonPropertyName("isPinned")] public bool IsPinned { get; init; }
    [JsonPropertyName("unread")] public bool IsUnread { get; init; }

    /// <summary>When the signed-in user last opened it, or marked it as read.</summary>
    [JsonPropertyName("lastAccess")] public DateTimeOffset? LastAccess { get; init; }

    /// <summary>What the user is notified of: <c>all</c>, <c>direct</c>, <c>none</c> [docs D/guides/personal-meeting-room].</summary>
    [JsonPropertyName("notification")] public string? Notification { get; init; }
    [JsonPropertyName("created")] public DateTimeOffset? Created { get; init; }

    /// <summary>The last change. Chat messages in a group space do not count [docs D/api/users/users_me_spaces].</summary>
    [JsonPropertyName("modified")] public DateTimeOffset? Modified { get; init; }
    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))] public string? PictureUrl { get; init; }
}

/// <summary>A space in the list of the user's spaces [docs D/api/users/users_me_spaces].</summary>
public sealed record Space : SpaceSummary
{
    /// <summary>Null if the response has no list of members.</summary>
    [JsonPropertyName("members"), JsonConverter(typeof(ArrayLength))] public int? MemberCount { get; init; }
}

/// <summary>Unknown stands for values that this version does not know.</summary>
public enum SpaceKind
{
    Unknown,
    Group,
    Direct,
    Personal,
}

public enum SpaceRole
{
    Unknown,
    Guest,
    Member,
    Admin,
}
