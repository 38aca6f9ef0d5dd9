namespace AvayaCloud.Spaces.Tests.EndToEnd;

/// <summary>Large worlds: a first page is one call, and pages that were read are let go.</summary>
public sealed class ManyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_thousand_messages_are_streamed_without_being_held_in_memory()
    {
        await using var cloud = await SandboxUsers.StartAsync(it => it.Messages = 50_000);
        var max = await cloud.OfAsync("member");
        // The option fills the member's first group.
        var busiest = (await max.Spaces.GetPageAsync(new SpacesQuery { Kinds = SpaceKinds.Group }, Token).ValueAsync()).Items[0];
        var (seen, pages) = (0, new List<WeakReference>());

        await foreach (var outcome in max.Messages.ListAsync(busiest.Id, size: 50, cancellationToken: Token))
        {
            var page = Assert.IsType<SpacesOutcome<Page<Message>>.Ok>(outcome).Value;
            if (seen == 0)
                Assert.Equal(1, cloud.Server.Log.Requests.Count(it => it.Path.EndsWith("/byref", StringComparison.Ordinal)));
            seen += page.Items.Count;
            pages.Add(new WeakReference(page));
        }

        Assert.Equal(50_000, seen);
        Assert.True(AliveOf(pages) < pages.Count / 2, "Pages are still in memory.");
    }

    [Fact]
    public async Task Ten_thousand_spaces_are_streamed_without_being_held_in_memory()
    {
        await using var cloud = await SandboxUsers.StartAsync(it => it.Spaces = 10_000);
        var ada = await cloud.OfAsync("admin");
        var (seen, pages) = (new HashSet<string>(StringComparer.Ordinal), new List<WeakReference>());

        await foreach (var outcome in ada.Spaces.ListAsync(new SpacesQuery { Status = SpaceStatus.Any }, Token))
        {
            var page = Assert.IsType<SpacesOutcome<Page<Space>>.Ok>(outcome).Value;
            if (seen.Count == 0)
                Assert.Equal(1, cloud.Server.Log.Count("api.users.me.spaces"));
            seen.UnionWith(page.Items.Select(it => it.Id));
            pages.Add(new WeakReference(page));
        }

        Assert.Equal(10_000, seen.Count);
        Assert.True(AliveOf(pages) < pages.Count / 2, "Pages are still in memory.");
    }

    private static int AliveOf(List<WeakReference> pages)
    {
        GC.Collect();
        return pages.Count(it => it.IsAlive);
    }
}
