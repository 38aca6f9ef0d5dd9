namespace AvayaCloud.Spaces;

/// <summary>An e-mail address [seed 1].</summary>
public sealed record Email
{
    [JsonPropertyName("value")] public string? Value { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("label")] public string? Label { get; init; }
    [JsonPropertyName("primary")] public bool IsPrimary { get; init; }

    /// <summary>The <see cref="Relation.DefinitionId"/> that this address belongs to.</summary>
    [JsonPropertyName("relationdef_id")] public string? RelationDefinitionId { get; init; }
}

/// <summary>The list is empty in every sample. The shape is that of <see cref="Email"/> [guess].</summary>
public sealed record Phone
{
    [JsonPropertyName("value")] public string? Value { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("label")] public string? Label { get; init; }
    [JsonPropertyName("primary")] public bool IsPrimary { get; init; }
}

/// <summary>The list is empty in every sample. The shape is that of Portable Contacts [guess].</summary>
public sealed record Address
{
    [JsonPropertyName("formatted")] public string? Formatted { get; init; }
    [JsonPropertyName("street_address")] public string? Street { get; init; }
    [JsonPropertyName("locality")] public string? Locality { get; init; }
    [JsonPropertyName("region")] public string? Region { get; init; }
    [JsonPropertyName("postal_code")] public string? PostalCode { get; init; }
    [JsonPropertyName("country")] public string? Country { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("label")] public string? Label { get; init; }
    [JsonPropertyName("primary")] public bool IsPrimary { get; init; }
}

/// <summary>A language of the user [seed 1].</summary>
public sealed record Language
{
    /// <summary>A culture name such as <c>en-US</c>.</summary>
    [JsonPropertyName("code")] public string? Code { get; init; }
    [JsonPropertyName("primary")] public bool IsPrimary { get; init; }
}

/// <summary>A licence and its expiry [seed 1].</summary>
public sealed record License
{
    /// <summary>For instance <c>zangspaces_business</c> [seed 1].</summary>
    [JsonPropertyName("service_type")] public string? ServiceType { get; init; }
    [JsonPropertyName("product_type")] public string? ProductType { get; init; }

    /// <summary>In the year 2300 for a licence that does not expire [seed 1].</summary>
    [JsonPropertyName("expiration")] public DateTimeOffset? Expires { get; init; }

    /// <summary>The buyer, for instance <c>company</c>.</summary>
    [JsonPropertyName("parent_type")] public string? ParentType { get; init; }
    [JsonPropertyName("trial")] public bool IsTrial { get; init; }
    [JsonPropertyName("purchased_license_ndbid")] public string? PurchaseId { get; init; }
}

/// <summary>A relation to another party: <c>company</c> and <c>employee</c> in the sample [seed 1].</summary>
public sealed record Relation
{
    [JsonPropertyName("relationdef_id")] public string? DefinitionId { get; init; }
    [JsonPropertyName("initiator_id")] public string? InitiatorId { get; init; }
    [JsonPropertyName("initiator_type")] public string? InitiatorType { get; init; }
    [JsonPropertyName("relation_type")] public string? RelationType { get; init; }
}
