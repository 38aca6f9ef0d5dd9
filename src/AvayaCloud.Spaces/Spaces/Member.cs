namespace AvayaCloud.Spaces;

/// <summary>A member of a space [docs D/api/spaces/spaces_spaceid_members].</summary>
public sealed record Member : IIdentified
{
    [JsonPropertyName("member")] public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Avaya writes both <c>userId</c> and <c>userid</c>: ignore case [wire 7.11].</summary>
    [JsonPropertyName("memberType")] public string? Type { get; init; }
    [JsonPropertyName("role")] public SpaceRole Role { get; init; }
    [JsonPropertyName("joinTime")] public DateTimeOffset? Joined { get; init; }
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))] public string? PictureUrl { get; init; }
    [JsonPropertyName("phone_numbers")] public IReadOnlyList<Phone> Phones { get; init => field = value ?? []; } = [];
}

/// <summary>A role that was assigned [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__post].</summary>
public sealed record MemberRole : IIdentified
{
    [JsonPropertyName("attendee")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("attendeeType")] public string? Type { get; init; }
    [JsonPropertyName("role")] public SpaceRole Role { get; init; }
}

/// <summary>A role to assign [docs D/api/spaces/spaces_spaceid_attendees_attendeetype_attendee__post].</summary>
internal sealed record RoleChange([property: JsonPropertyName("role")] string Role);
