using Deque.AxeCore.Commons;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>axe-core with all its rules, best practices included. The pages have no frames, so one script in the page is enough.</summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run()).violations.flatMap(rule => rule.nodes.map(node => {
          const checks = [...node.any, ...node.all, ...node.none];
          return `${rule.id}: ${node.target} (${rule.help}) ${checks.map(check => check.message).join('; ')}`;
        }))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Call it once per document. The content policy does not apply to it: it arrives through the debugger.</summary>
    public static Task LoadAsync(IPage page) => page.EvaluateAsync(Script);

    public static Task<string[]> FindViolationsAsync(IPage page) => page.EvaluateAsync<string[]>(Run);
}
