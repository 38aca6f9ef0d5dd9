using System.Text.Json;

namespace SpacesPortal.EndToEnd.Infrastructure;

/// <summary>axe-core, all its rules, best practices included.</summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} (${rule.help}) ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`))
        """;

    private static readonly string Script = File.ReadAllText(Repository.Axe);

    public static async Task<string[]> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe !== 'undefined'"))
            await page.EvaluateAsync(Script);
        return JsonSerializer.Deserialize<string[]>(JsonSerializer.Serialize(await page.EvaluateAsync<string[]>(Run))) ?? [];
    }
}
