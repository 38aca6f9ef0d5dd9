using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>A space as the list of one's spaces has it [docs D/api/users/users_me_spaces].</summary>
public sealed record Space : SpaceSummary
{
    /// <summary>When the signed-in person last opened it.</summary>
    [JsonPropertyName("lastAccess")]
    public DateTimeOffset? LastAccess { get; init; }

    /// <summary>Null where the answer carries no member list.</summary>
    [JsonPropertyName("members"), JsonConverter(typeof(ArrayLength))]
    public int? MemberCount { get; init; }
}
