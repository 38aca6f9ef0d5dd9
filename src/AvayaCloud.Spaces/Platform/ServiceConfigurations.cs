namespace AvayaCloud.Spaces;

/// <summary>The addresses of the cloud's services [docs D/guides/service-configurations].</summary>
public sealed record ServiceConfigurations
{
    [JsonPropertyName("spaces"), JsonConverter(typeof(LenientObject<SpacesAddresses>))] public SpacesAddresses? Spaces { get; init; }
    [JsonPropertyName("store"), JsonConverter(typeof(LenientObject<ServerAddress>))] public ServerAddress? Store { get; init; }
    [JsonPropertyName("accounts"), JsonConverter(typeof(LenientObject<ServerAddress>))] public ServerAddress? Accounts { get; init; }
}

/// <summary>The addresses of Spaces [docs D/guides/service-configurations].</summary>
public sealed record SpacesAddresses
{
    [JsonPropertyName("server_url")] public string? ServerUrl { get; init; }
    [JsonPropertyName("socketio_server_url")] public string? SocketUrl { get; init; }
    [JsonPropertyName("marketing_url")] public string? MarketingUrl { get; init; }
}

/// <summary>The address of the store or the identity server [docs D/guides/service-configurations].</summary>
public sealed record ServerAddress
{
    [JsonPropertyName("server_url")] public string? ServerUrl { get; init; }
}
