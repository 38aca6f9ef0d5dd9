using Xunit.Sdk;

namespace AvayaCloud.Spaces.Tests.Table;

/// <summary>One call of the API: its request, a valid response, and how the client makes it.</summary>
public sealed record Endpoint(
    string Name, string Method, string Path, Wants Wants, string Good, Func<SpacesClient, CancellationToken, Task<Result>> Call)
{
    public bool IsAnonymous { get; init; }

    /// <summary>A repetition changes nothing more, so the call is retried after a failure.</summary>
    public bool IsRepeated { get; init; } = Method == "GET";

    public override string ToString() => Name;
}

/// <summary>What an answer must hold to be one.</summary>
public enum Wants
{
    /// <summary>An object with an id.</summary>
    Item,

    /// <summary>A list in data.</summary>
    Page,

    /// <summary>Any object: all its members may be missing.</summary>
    Anything,

    /// <summary>JSON, or nothing at all.</summary>
    Nothing,
}

/// <summary>An outcome without its type.</summary>
public sealed record Result(SpacesError? Error, string Text)
{
    public static async Task<Result> OfAsync<T>(Task<SpacesOutcome<T>> call)
    {
        var outcome = await call;
        return new Result(outcome.Error, outcome.ToString()!);
    }

    /// <summary>The first page; a list that continues without a link fails the test.</summary>
    public static async Task<Result> FirstAsync<T>(IAsyncEnumerable<SpacesOutcome<T>> pages)
    {
        var all = new List<SpacesOutcome<T>>();
        await foreach (var page in pages)
            all.Add(page);
        return all is [var only]
            ? new Result(only.Error, only.ToString()!)
            : throw new XunitException($"{all.Count} pages where one was given.");
    }
}
