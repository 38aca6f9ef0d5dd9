namespace AvayaCloud.Spaces;

public interface IIdentified
{
    string Id { get; }
}

/// <summary>One page of a list, by whichever of the API's paging schemes [docs D/guides/pagination].</summary>
public sealed record Page<T>
    where T : class, IIdentified
{
    /// <summary>Without the items that have no id.</summary>
    [JsonPropertyName("data")] public required IReadOnlyList<T> Items { get; init => field = [.. value.Where(item => item.Id.Length > 0)]; }

    /// <summary>A path on the API's own host. It may be present although the next page is empty [repo LT].</summary>
    [JsonPropertyName("nextPageUrl")] public string? NextPageUrl { get; init; }

    /// <summary>On the last page Avaya may write "end" for the link [docs D/api/socket/send_message].</summary>
    [JsonIgnore]
    public bool HasNextPage => Items.Count > 0 && NextPageUrl is not (null or "" or "end");
}
