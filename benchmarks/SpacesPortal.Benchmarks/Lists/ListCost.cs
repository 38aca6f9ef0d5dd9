using AvayaCloud.Spaces;
using Microsoft.Extensions.DependencyInjection;
using SpacesPortal.Benchmarks.Apps;

namespace SpacesPortal.Benchmarks.Lists;

/// <summary>
/// What a reader of long lists allocates for each item, and what it still holds on the way: the same after ten items as after all.
/// </summary>
internal static class ListCost
{
    private const int Spaces = 10_000;
    private const int Messages = 50_000;

    public static async Task<Report> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var cloud = await Cloud.StartAsync(Spaces, Messages, cancellationToken);
        var report = new Report(
            "Listing: allocated and held by the reader", "list", "items", "requests", "allocated per item, bytes", "held, kB",
            "held by one who keeps all, kB");

        await using var ada = await ReaderAsync(cloud, "ada.admin@example.com", cancellationToken);
        var everything = new SpacesQuery { Kinds = SpaceKinds.All, Status = SpaceStatus.Any };
        await WalkAsync(
            report, "spaces", () => ItemsAsync(Client(ada).Spaces.ListAsync(everything, cancellationToken), page => page.Items), Spaces);

        await using var max = await ReaderAsync(cloud, "max.member@example.com", cancellationToken);
        var first = await Client(max).Spaces.GetPageAsync(new SpacesQuery { Kinds = SpaceKinds.Group }, cancellationToken);
        var busiest = ((SpacesOutcome<Page<Space>>.Ok)first).Value.Items[0].Id;
        await WalkAsync(
            report, "messages",
            () => ItemsAsync(Client(max).Messages.ListAsync(busiest, size: 50, before: null, cancellationToken), page => page.Items),
            Messages);
        return report;
    }

    private static async Task WalkAsync<T>(Report report, string name, Func<IAsyncEnumerable<IReadOnlyList<T>>> pages, int all)
    {
        // Once unmeasured: code is compiled, connections and buffers are pooled.
        await foreach (var _ in pages())
        {
        }

        var marks = new Queue<int>([1, all / 100, all / 10, all]);
        var kept = await KeptAsync(pages(), new Queue<int>(marks));
        using var requests = new RequestCounter();
        var (items, allocated, start) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await foreach (var page in pages())
        {
            items += page.Count;
            if (items < marks.Peek())
                continue;
            marks.Dequeue();
            allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
            report.Add(
                name, Report.Number(items), Report.Number(requests.Count), Report.Number(allocated / items),
                Report.Number(Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - start) / 1024),
                Report.Number(kept.Dequeue() / 1024));
            before = GC.GetTotalAllocatedBytes(precise: true);
        }
    }

    private static async Task<Queue<long>> KeptAsync<T>(IAsyncEnumerable<IReadOnlyList<T>> pages, Queue<int> marks)
    {
        var (all, held, start) = (new List<T>(), new Queue<long>(), GC.GetTotalMemory(forceFullCollection: true));
        await foreach (var page in pages)
        {
            all.AddRange(page);
            if (all.Count < marks.Peek())
                continue;
            marks.Dequeue();
            held.Enqueue(GC.GetTotalMemory(forceFullCollection: true) - start);
        }

        return held;
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> ItemsAsync<TPage, T>(
        IAsyncEnumerable<SpacesOutcome<TPage>> pages, Func<TPage, IReadOnlyList<T>> items)
    {
        await foreach (var outcome in pages)
        {
            yield return outcome is SpacesOutcome<TPage>.Ok(var page)
                ? items(page)
                : throw new InvalidOperationException($"The list stopped: {outcome.Error}");
        }
    }

    private static async Task<ServiceProvider> ReaderAsync(Cloud cloud, string username, CancellationToken cancellationToken)
    {
        var token = await cloud.TokenAsync(username, cancellationToken);
        return new ServiceCollection()
            .AddSingleton<IAccessTokenSource>(new OneToken(token))
            .AddSpacesApi(options => options.BaseUrl = cloud.Api)
            .BuildServiceProvider();
    }

    private static SpacesClient Client(ServiceProvider services) =>
        services.CreateScope().ServiceProvider.GetRequiredService<SpacesClient>();

    private sealed class OneToken(string token) : IAccessTokenSource
    {
        public ValueTask<string?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(token);

        public ValueTask<string?> RefreshAsync(string rejected, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);
    }
}
