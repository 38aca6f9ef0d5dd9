using System.Reflection;
using Microsoft.Extensions.Logging;

namespace SpacesPortal.ConventionTests;

public sealed class LogTests
{
    [Fact]
    public void Each_event_has_an_id_of_its_own()
    {
        var events = Events().ToList();
        Assert.NotEmpty(events);
        Assert.Empty(events.GroupBy(entry => entry.Id).Where(same => same.Count() > 1 || same.Key <= 0)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(entry => entry.Name))}"));
    }

    [Fact]
    public void Each_event_is_in_the_operators_table()
    {
        var table = TrackedFiles.Read("docs/operate.md");
        Assert.Empty(
            Events()
                .Where(entry => !table.Contains($"| {entry.Id} |", StringComparison.Ordinal))
                .Select(entry => $"{entry.Id} {entry.Name}"));
    }

    private static IEnumerable<(int Id, string Name)> Events() =>
        from type in Product.All.SelectMany(room => room.GetTypes())
        from method in type.GetMethods(Product.Declared)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select (message.EventId, $"{type.FullName}.{method.Name}");
}
