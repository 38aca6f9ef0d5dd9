using System.Diagnostics;
using System.Globalization;
using AvayaCloud.Sandbox;
using SpacesPortal.Benchmarks.Apps;

namespace SpacesPortal.Benchmarks.SignOut;

/// <summary>
/// The time from the click on one page until the other pages of the session are told to leave, on the same and on another replica.
/// </summary>
internal static class SignOutReach
{
    private const int WarmUp = 3;
    private const int Rounds = 20;
    private const int Pages = 10;

    public static async Task<Report> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var avaya = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken: cancellationToken);
        await using var database = await PostgresServer.StartAsync(cancellationToken);
        var connection = await database.CreateDatabaseAsync(cancellationToken);
        await using var here = await ProductionProgram.StartAsync(avaya, [], cancellationToken, connection);
        await using var there = await ProductionProgram.StartAsync(avaya, [], cancellationToken, connection);

        List<double> same = [], other = [];
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            if (round == WarmUp)
            {
                same.Clear();
                other.Clear();
            }

            await SignOutAsync(avaya, here.Address, there.Address, same, other, cancellationToken);
        }

        var report = new Report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sign-out: from the click until another page is told, ms ({Rounds} sessions, {Pages} pages on each of two replicas)"),
            "page", "median", "95 of 100", "longest");
        Add(report, "on the same replica", same);
        Add(report, "on the other one", other);
        return report;
    }

    private static async Task SignOutAsync(
        SandboxServer avaya, Uri here, Uri there, List<double> same, List<double> other, CancellationToken cancellationToken)
    {
        using var visitor = new Visitor(here);
        await visitor.SignInAsync(avaya.Users.Single(person => person.Role == "admin"), "/signin?returnUrl=/profile");
        var mark = await PageChannel.GetMarkAsync(visitor);
        var fields = await visitor.GetFieldsAsync("/profile", "signout");
        var pages = new List<(List<double> Times, Task<long> Told)>();
        for (var page = 0; page < Pages; page++)
        {
            pages.Add((same, await ListeningPage.OpenAsync(here, visitor.Cookies, mark, cancellationToken)));
            pages.Add((other, await ListeningPage.OpenAsync(there, visitor.Cookies, mark, cancellationToken)));
        }

        var clicked = Stopwatch.GetTimestamp();
        using var answer = await visitor.PostAsync("/signout", fields);
        foreach (var (times, told) in pages)
            times.Add(Stopwatch.GetElapsedTime(clicked, await told).TotalMilliseconds);
    }

    private static void Add(Report report, string name, List<double> times)
    {
        times.Sort();
        report.Add(
            name, Report.Number(times[times.Count / 2], "0.0"), Report.Number(times[times.Count * 95 / 100], "0.0"),
            Report.Number(times[^1], "0.0"));
    }
}
