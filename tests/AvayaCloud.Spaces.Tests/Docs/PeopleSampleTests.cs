using AvayaCloud.Spaces.Tests.EndToEnd;

namespace AvayaCloud.Spaces.Tests.Docs;

public sealed class PeopleSampleTests
{
    [Fact]
    public async Task The_sample_of_the_docs_runs_as_it_stands_there()
    {
        await using var cloud = await SandboxUsers.StartAsync();
        var ada = await cloud.OfAsync("admin");

        var said = await PeopleSample.RunAsync(ada, cloud.Person("member").Username, TestContext.Current.CancellationToken);

        Assert.Equal(["Ada Admin: <p>Who has the plan?</p>", "Ada Admin: Book the room"], said);
    }

    [Fact]
    public void The_docs_show_the_sample_that_runs()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "SpacesPortal.sln")))
            root = root.Parent;
        var source = File.ReadAllLines(Path.Combine(root.FullName, "tests/AvayaCloud.Spaces.Tests/Docs/PeopleSample.cs"));
        var sample = source.SkipWhile(it => it.Trim() != "// sample").Skip(1).TakeWhile(it => it.Trim() != "// end").Select(
            it => it.Length > 8 ? it[8..] : "");

        Assert.Contains(
            string.Join('\n', sample), File.ReadAllText(Path.Combine(root.FullName, "docs/spaces-client.md")).ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }
}
