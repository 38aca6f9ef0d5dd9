using System.Net;
using System.Net.Http.Json;
namespace AvayaCloud.Identity.Tests.Infrastructure;

/// <summary>A test with a host of its own, and the words that many of them use.</summary>
public abstract class HostTest : IAsyncLifetime
{
    internal static readonly TimeSpan PastDue = TimeSpan.FromMinutes(58);
    internal static readonly TimeSpan PastExpiry = TimeSpan.FromMinutes(61);

    internal IdentityHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await IdentityHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Host.DisposeAsync();
    }

    internal static HttpRequestMessage WithCookie(string address, string cookie) =>
        new(HttpMethod.Get, address) { Headers = { { "Cookie", cookie } } };

    internal static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    internal static async Task<Seen> SeenAsync(Visitor visitor)
    {
        var answer = await visitor.GetAsync("/protected");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Seen>())!;
    }

    internal bool Pass(TimeSpan span)
    {
        Host.Clock.Advance(span);
        return true;
    }
}
