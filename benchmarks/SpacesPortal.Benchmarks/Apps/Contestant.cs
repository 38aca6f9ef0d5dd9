using System.Net;
using AvayaCloud.Sandbox;

namespace SpacesPortal.Benchmarks.Apps;

/// <summary>One measured program with a given Avaya Cloud and a signed-in user.</summary>
internal sealed class Contestant(string name, PortalProcess process, Visitor visitor) : IAsyncDisposable
{
    public string Name => name;

    public int CookieBytes => visitor.Cookies.GetCookieHeader(process.Address).Length;

    public static async Task<Contestant> StartAsync(
        string name, SandboxServer avaya, string[] arguments, CancellationToken cancellationToken)
    {
        var process = await ProductionProgram.StartAsync(avaya, arguments, cancellationToken);
        var visitor = new Visitor(process.Address);
        await visitor.SignInAsync(avaya.Users.Single(person => person.Role == "admin"), "/signin?returnUrl=/api/me");
        return new Contestant(name, process, visitor);
    }

    /// <summary>
    /// CPU time of the program per request, over so many of them, so many at a time that it is never idle. As a browser does, the client
    /// takes the cookies that come.
    /// </summary>
    public async Task<TimeSpan> AskAsync(int requests, CancellationToken cancellationToken)
    {
        const int Together = 64;
        var before = process.ProcessorTime;
        await Task.WhenAll(Enumerable.Range(0, Together).Select(async _ =>
        {
            for (var left = requests / Together; left > 0; left--)
            {
                using var answer = await visitor.GetAsync("/api/me", cancellationToken);
                if (answer.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"{name} answered {(int)answer.StatusCode}.");
            }
        }));
        return (process.ProcessorTime - before) / requests;
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await process.DisposeAsync();
    }
}
