using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Spaces;

/// <summary>What was seeded lies before the sandbox came up; a space that is made since begins with nothing in it.</summary>
public sealed class NewSpaceTests
{
    [Fact]
    public async Task A_new_space_has_no_messages()
    {
        await using var world = await World.StartAsync();
        var (ada, nobody) = (await Api.OfAsync(world, World.Ada), await Api.OfAsync(world, World.Nobody));
        string[] made =
        [
            await ada.NewSpaceAsync((World.Max, "member")),
            (string)(await nobody.GetAsync($"/users/meetingroom/{World.Nobody}")).Json!["data"]!["_id"]!,
            await DirectAsync(ada, await nobody.IdAsync()),
        ];

        foreach (
            var (space, lists) in made.Select(
                it => (it, (string[])["messages/byref", "messages/query?direction=before", "ideas", "tasks", "meetings"])))
        {
            var api = space == made[1] ? nobody : ada;
            foreach (var list in lists)
                Assert.Empty(Api.Rows(await api.GetAsync($"/spaces/{space}/{list}")));
        }
    }

    private static async Task<string> DirectAsync(Api one, string other)
    {
        // A space in common, without which the two may not meet.
        await one.NewSpaceAsync((World.Nobody, "member"));
        return (string)(await one.GetAsync($"/spaces/direct/user/{other}")).Json!["data"]![0]!["_id"]!;
    }
}
