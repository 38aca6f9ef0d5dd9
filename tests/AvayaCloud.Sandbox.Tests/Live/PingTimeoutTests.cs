using System.Net.WebSockets;
using AvayaCloud.Sandbox.Live;

namespace AvayaCloud.Sandbox.Tests.Live;

public sealed class PingTimeoutTests
{
    [Fact]
    public async Task A_timeout_that_fires_while_the_connection_is_disposed_does_nothing()
    {
        var clock = new ManualTimers();
        using var webSocket = WebSocket.CreateFromStream(Stream.Null, new WebSocketCreationOptions { IsServer = true });
        using (var socket = new LiveSocket(webSocket, clock))
            await socket.RunAsync(_ => false, TestContext.Current.CancellationToken);

        // The runtime may run a timer's callback after the timer was disposed, and then an exception would end the process.
        Assert.Null(Record.Exception(clock.Fire));
    }

    /// <summary>Fires when told to, also after the timer was disposed.</summary>
    private sealed class ManualTimers : TimeProvider
    {
        private Action? _callback;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = () => callback(state);
            return new NoTimer();
        }

        public void Fire() => _callback!();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            // There is no real timer.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
