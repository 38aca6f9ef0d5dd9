namespace AvayaCloud.Spaces;

/// <summary>What has an id of its own. Without one nothing can be done with it.</summary>
public interface IIdentified
{
    string Id { get; }
}

/// <summary>One page of a list, whichever of the API's ways to page it has [docs D/guides/pagination].</summary>
public sealed record Page<T>
    where T : class, IIdentified
{
    /// <summary>Rows without an id are left out.</summary>
    [JsonPropertyName("data")] public required IReadOnlyList<T> Items { get; init => field = [.. value.Where(item => item.Id.Length > 0)]; }

    /// <summary>A path on the API's own host. It may be given although the next page is empty [repo LT].</summary>
    [JsonPropertyName("nextPageUrl")] public string? NextPageUrl { get; init; }

    /// <summary>"end" is one of Avaya's ways to say that there is none [docs D/api/socket/send_message].</summary>
    [JsonIgnore]
    public bool HasNextPage => Items.Count > 0 && NextPageUrl is not (null or "" or "end");
}
