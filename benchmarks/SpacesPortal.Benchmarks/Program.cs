using SpacesPortal.Benchmarks.Apps;
using SpacesPortal.Benchmarks.Bursts;
using SpacesPortal.Benchmarks.Lists;
using SpacesPortal.Benchmarks.Requests;
using SpacesPortal.Benchmarks.SignOut;

namespace SpacesPortal.Benchmarks;

/// <summary>
/// Measures what the design promises, each against its yardstick in the same run, and prints tables: no figure here fails a test.
/// </summary>
internal static class Program
{
    private const string Usage = """
        Usage: SpacesPortal.Benchmarks [requests] [lists] [signout] [bursts]
          requests   CPU of a signed-in GET /api/me, against plain AddCookie + AddOAuth
          lists      allocation and memory of listing many spaces and messages
          signout    from a sign-out until the other pages are told, on two replicas (needs PostgreSQL)
          bursts     a hundred requests at a token's end: how soon after the provider's answer they are answered (needs PostgreSQL)
        Without a name: all. Takes some minutes; nothing else should run.
        """;

    private static async Task<int> Main(string[] args)
    {
        // The yardsticks are programs of their own, as the portal is: their CPU is counted by process.
        if (args is ["serve", var app])
            return await Yardstick.ServeAsync(app);
        if (args is ["serve-cloud", var spaces, var messages])
            return await Cloud.ServeAsync(spaces, messages);

        var all = new Dictionary<string, Func<CancellationToken, Task<Report>>>(StringComparer.Ordinal)
        {
            ["requests"] = RequestCost.MeasureAsync,
            ["lists"] = ListCost.MeasureAsync,
            ["signout"] = SignOutReach.MeasureAsync,
            ["bursts"] = BurstRelease.MeasureAsync,
        };
        if (args.FirstOrDefault(name => !all.ContainsKey(name)) is not null)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

#if DEBUG
        await Console.Error.WriteLineAsync(
            "A debug build measures nothing that ships: dotnet run -c Release --project benchmarks/SpacesPortal.Benchmarks");
        return 2;
#else
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(20));
        foreach (var name in args.Length > 0 ? args : [.. all.Keys])
            await Console.Out.WriteLineAsync((await all[name](stop.Token)).ToString());
        return 0;
#endif
    }
}
