using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>axe-core, all its rules, best practices included.</summary>
internal static class Axe
{
    public static async Task<IEnumerable<string>> FindAsync(IPage page) =>
        from rule in (await page.RunAxe()).Violations
        from node in rule.Nodes
        select $"{rule.Id}: {node.Target} ({rule.Help}) {string.Join("; ", Messages(node))}";

    private static IEnumerable<string> Messages(AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message);
}
