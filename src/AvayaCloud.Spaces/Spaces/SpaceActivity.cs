namespace AvayaCloud.Spaces;

/// <summary>Recent activity in a space [docs D/api/spaces/activitiesrecord_spaces].</summary>
public sealed record SpaceActivity : IIdentified
{
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("topicId")] public string? SpaceId { get; init; }

    /// <summary>As received; no source says what it means here.</summary>
    [JsonPropertyName("status")] public string? Status { get; init; }
    [JsonPropertyName("modified")] public DateTimeOffset? Modified { get; init; }
}

/// <summary>Filters; null means no filter [docs D/api/spaces/activitiesrecord_spaces].</summary>
public sealed record SpaceActivityQuery
{
    /// <summary>With the values of <c>topictype</c> [guess].</summary>
    public SpaceKind Kind { get; init; }
    public DateTimeOffset? After { get; init; }

    /// <summary>An alternative to <see cref="After"/>.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The number of activities in one page.</summary>
    public int? Size { get; init; }
}
