using System.Text.Json.Serialization;

namespace AvayaCloud.Spaces;

/// <summary>What became of one operation. The answer's shape is past what is left of the docs [guess, wire 4.7].</summary>
public sealed record BulkResult : IIdentified
{
    [JsonPropertyName("email")]
    public string Email { get; init => field = value ?? ""; } = "";

    [JsonPropertyName("action")]
    public string? Action { get; init; }

    /// <summary>Like HTTP's.</summary>
    [JsonPropertyName("status"), JsonConverter(typeof(LenientNumber))]
    public long? Status { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("user"), JsonConverter(typeof(LenientObject<User>))]
    public User? User { get; init; }

    [JsonIgnore]
    public bool IsDone => Status is >= 200 and < 300;

    string IIdentified.Id => Email;
}
