namespace AvayaCloud.Spaces;

/// <summary>That something happened in a space [docs D/api/spaces/activitiesrecord_spaces].</summary>
public sealed record SpaceActivity : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }

    /// <summary>As it is; no source says what it means here.</summary>
    [JsonPropertyName("status")] public string? Status { get; init; }
    [JsonPropertyName("modified")] public DateTimeOffset? Modified { get; init; }
}

/// <summary>Which activities to ask for; what is null is not asked [docs D/api/spaces/activitiesrecord_spaces].</summary>
public sealed record SpaceActivityQuery
{
    /// <summary>The words of <c>topictype</c> [guess].</summary>
    public SpaceKind Kind { get; init; }

    public DateTimeOffset? After { get; init; }

    /// <summary>Instead of <see cref="After"/>.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Activities in one page.</summary>
    public int? Size { get; init; }
}
