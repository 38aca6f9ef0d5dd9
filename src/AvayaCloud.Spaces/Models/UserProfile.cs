using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>What the person tells about themselves; it may differ from the account's own name [seed 1].</summary>
public sealed record UserProfile
{
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    [JsonPropertyName("displayname")]
    public string? DisplayName { get; init; }

    [JsonPropertyName("name"), JsonConverter(typeof(LenientObject<PersonName>))]
    public PersonName? Name { get; init; }

    [JsonPropertyName("phone_numbers")]
    public IReadOnlyList<Phone> Phones { get; init => field = value ?? []; } = [];

    [JsonPropertyName("addresses")]
    public IReadOnlyList<Address> Addresses { get; init => field = value ?? []; } = [];

    [JsonPropertyName("gender")]
    public string? Gender { get; init; }

    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))]
    public string? PictureUrl { get; init; }
}
