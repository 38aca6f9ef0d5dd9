namespace AvayaCloud.Spaces;

/// <summary>A user as in <c>GET /users/me</c> [seed 1]. Blank texts are null, missing lists are empty.</summary>
public sealed record User : UserSummary, IIdentified
{
    /// <summary>The id in Spaces. The identity server has <see cref="IdentityId"/> for the same user.</summary>
    [JsonPropertyName("_id")] public string Id { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("ndbid")] public string? IdentityId { get; init; }
    [JsonPropertyName("emails")] public IReadOnlyList<Email> Emails { get; init => field = value ?? []; } = [];
    [JsonPropertyName("languages")] public IReadOnlyList<Language> Languages { get; init => field = value ?? []; } = [];
    [JsonPropertyName("licenses")] public IReadOnlyList<License> Licenses { get; init => field = value ?? []; } = [];
    [JsonPropertyName("relation_graphs")] public IReadOnlyList<Relation> Relations { get; init => field = value ?? []; } = [];

    /// <summary>Permission group codes, for instance <c>IT_ADMIN_PERMISSION_GROUP</c>.</summary>
    [JsonPropertyName("permissions")] public IReadOnlyList<string> Permissions { get; init => field = value ?? []; } = [];
    [JsonPropertyName("timezone")] public string? TimeZone { get; init; }
    [JsonPropertyName("lastupdatetime")] public DateTimeOffset? LastUpdated { get; init; }
    [JsonPropertyName("profile"), JsonConverter(typeof(LenientObject<UserProfile>))] public UserProfile? Profile { get; init; }
}

/// <summary>What the user has entered in their profile. The name may differ from the account's [seed 1].</summary>
public sealed record UserProfile : UserSummary;

/// <summary>The members that an account and its profile share [seed 1].</summary>
public abstract record UserSummary
{
    [JsonPropertyName("username")] public string? Username { get; init; }
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }
    [JsonPropertyName("name"), JsonConverter(typeof(LenientObject<PersonName>))] public PersonName? Name { get; init; }
    [JsonPropertyName("phone_numbers")] public IReadOnlyList<Phone> Phones { get; init => field = value ?? []; } = [];
    [JsonPropertyName("addresses")] public IReadOnlyList<Address> Addresses { get; init => field = value ?? []; } = [];
    [JsonPropertyName("gender")] public string? Gender { get; init; }

    /// <summary>An absolute http(s) address; null for users without a picture.</summary>
    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))] public string? PictureUrl { get; init; }
}

/// <summary>The parts of a name [seed 1].</summary>
public sealed record PersonName
{
    [JsonPropertyName("formatted")] public string? Formatted { get; init; }
    [JsonPropertyName("givenname")] public string? Given { get; init; }
    [JsonPropertyName("middlename")] public string? Middle { get; init; }
    [JsonPropertyName("familyname")] public string? Family { get; init; }
    [JsonPropertyName("honorific_prefix")] public string? Prefix { get; init; }
    [JsonPropertyName("honorific_suffix")] public string? Suffix { get; init; }
    [JsonPropertyName("pronunciation")] public string? Pronunciation { get; init; }
    [JsonPropertyName("pronunciation_url")] public string? PronunciationUrl { get; init; }
}
