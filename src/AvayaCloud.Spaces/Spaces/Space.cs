namespace AvayaCloud.Spaces;

/// <summary>What every answer says of a space (a topic on the wire), and what it is to the signed-in person [wire 4.8] [docs
/// D/api/users/users_me_spaces].</summary>
public abstract record SpaceSummary : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("cid")] public string? CreatorId { get; init; }
    [JsonPropertyName("title")] public string? Title { get; init; }
    [JsonPropertyName("description")] public string? Description { get; init; }
    [JsonPropertyName("type")] public SpaceKind Kind { get; init; }

    /// <summary>The signed-in person's role.</summary>
    [JsonPropertyName("role")] public SpaceRole Role { get; init; }
    [JsonPropertyName("status"), JsonConverter(typeof(ArchivedStatus))] public bool IsArchived { get; init; }
    [JsonPropertyName("isPinned")] public bool IsPinned { get; init; }
    [JsonPropertyName("unread")] public bool IsUnread { get; init; }
    [JsonPropertyName("created")] public DateTimeOffset? Created { get; init; }

    /// <summary>Last change; chat messages of a group space do not move it [docs D/api/users/users_me_spaces].</summary>
    [JsonPropertyName("modified")] public DateTimeOffset? Modified { get; init; }
    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))] public string? PictureUrl { get; init; }
}

/// <summary>A space as the list of one's spaces has it [docs D/api/users/users_me_spaces].</summary>
public sealed record Space : SpaceSummary
{
    /// <summary>When the signed-in person last opened it.</summary>
    [JsonPropertyName("lastAccess")] public DateTimeOffset? LastAccess { get; init; }

    /// <summary>Null where the answer carries no member list.</summary>
    [JsonPropertyName("members"), JsonConverter(typeof(ArrayLength))] public int? MemberCount { get; init; }
}

/// <summary>Unknown stands for everything that this version has not heard of.</summary>
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
