using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace AvayaCloud.Spaces.Tests.Live;

/// <summary>Our client against a server that is not ours: socket.io 2.0.4 from npm, the version that Avaya runs.</summary>
public sealed class RealServerTests : IAsyncLifetime
{
    private Process _node = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Cancellation => LiveSandbox.Cancellation;

    public async ValueTask InitializeAsync()
    {
        _node = NodeScript.Start("AvayaCloud.Spaces.Tests", "Live/server.js");
        var port = int.Parse((await _node.StandardOutput.ReadLineAsync(Cancellation))!, CultureInfo.InvariantCulture);
        _services = new ServiceCollection()
            .AddSpacesApi(it => it.BaseUrl = new Uri($"http://127.0.0.1:{port}/api"))
            .AddSpacesLive(it => it.SocketUrl = new Uri($"http://127.0.0.1:{port}"))
            .BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _node.StandardInput.Close();
        await _node.WaitForExitAsync(Cancellation);
        _node.Dispose();
    }

    [Fact]
    public async Task It_connects_subscribes_speaks_and_pings()
    {
        await using var visitor = Connect("good");

        var subscribed = Assert.IsType<SpacesOutcome<LiveSubscription>.Ok>(
            await visitor.Live.SubscribeAsync("5f8ec8041f4b4395fc1d9e4a", cancellationToken: Cancellation));
        Assert.Equal("oauth", subscribed.Value.SessionId);
        Assert.IsType<SpacesOutcome<Message>.Ok>(
            await visitor.Live.SendAsync("5f8ec8041f4b4395fc1d9e4a", new NewChat("<p>hi 👋</p>"), Cancellation));
        Assert.Equal("<p>hi 👋</p>", (await visitor.NextAsync<LiveEvent.MessageReceived>()).Message.Content!.BodyText);
        for (var pings = 0; pings < 3; pings++)
            Assert.Equal("ping", await _node.StandardOutput.ReadLineAsync(Cancellation));
        Assert.Equal(LiveStatus.Connected, visitor.Live.Status);
    }

    [Fact]
    public async Task It_understands_a_refusal()
    {
        await using var visitor = Connect("bad");

        Assert.Equal(
            new SpacesError(SpacesErrorKind.SignInNeeded, Message: "Authentication error"),
            (await visitor.NextAsync<LiveEvent.Ended>()).Error);
    }

    private LiveUser Connect(string token)
    {
        var tokens = new FakeTokens { Current = token, Next = "worse" };
        return new LiveUser(
            _services.GetRequiredService<SpacesLiveFactory>().Create(tokens),
            _services.GetRequiredService<SpacesClientFactory>().Create(tokens));
    }
}
