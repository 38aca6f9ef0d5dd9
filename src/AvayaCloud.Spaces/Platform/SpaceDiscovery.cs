namespace AvayaCloud.Spaces;

/// <summary>Whether a space and an app exist. Unknown ones are reported here, not as an error [docs D/api/apps/spaces_discover].</summary>
public sealed record SpaceDiscovery
{
    [JsonPropertyName("isSpaceValidated")] public bool IsSpaceKnown { get; init; }
    [JsonPropertyName("isAppValidated")] public bool IsAppKnown { get; init; }

    /// <summary>Present if both exist.</summary>
    [JsonPropertyName("channel"), JsonConverter(typeof(LenientObject<DiscoveredChannel>))] public DiscoveredChannel? Channel { get; init; }
}

/// <summary>A space as the socket describes it. That this response uses the same members is a [guess].</summary>
public sealed record DiscoveredChannel
{
    [JsonPropertyName("_id")] public string? SpaceId { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
}

/// <summary>The owner and purpose of a space access token [docs D/api/apps/tokeninfo_tokentype_token].</summary>
public sealed record SpaceTokenInfo
{
    [JsonPropertyName("authorizer"), JsonConverter(typeof(LenientObject<TokenAuthorizer>))]
    public TokenAuthorizer? Authorizer { get; init; }
    [JsonPropertyName("app"), JsonConverter(typeof(LenientObject<TokenApp>))] public TokenApp? App { get; init; }
}

/// <summary>Who issued the token [docs D/api/apps/tokeninfo_tokentype_token].</summary>
public sealed record TokenAuthorizer
{
    [JsonPropertyName("_id")] public string? Id { get; init; }
    [JsonPropertyName("type")] public string? Type { get; init; }
    [JsonPropertyName("display")] public string? DisplayName { get; init; }
}

/// <summary>The app that holds the token, and where the token is valid [docs D/api/apps/tokeninfo_tokentype_token].</summary>
public sealed record TokenApp
{
    [JsonPropertyName("_id")] public string? Id { get; init; }
    [JsonPropertyName("displayname")] public string? DisplayName { get; init; }

    /// <summary>The API's <c>aType</c>, which users have as well.</summary>
    [JsonPropertyName("aType")] public string? Kind { get; init; }
    [JsonPropertyName("picture_url"), JsonConverter(typeof(PictureAddress))] public string? PictureUrl { get; init; }
    [JsonPropertyName("scope")] public string? Scope { get; init; }
    [JsonPropertyName("appId")] public string? AppId { get; init; }
    [JsonPropertyName("appType")] public string? AppType { get; init; }
    [JsonPropertyName("role")] public SpaceRole Role { get; init; }

    /// <summary>A space, if <see cref="TargetType"/> says so.</summary>
    [JsonPropertyName("targetId")] public string? TargetId { get; init; }
    [JsonPropertyName("targetType")] public string? TargetType { get; init; }

    /// <summary>ISO 8601 or milliseconds [guess].</summary>
    [JsonPropertyName("expiry")] public DateTimeOffset? Expires { get; init; }
}
