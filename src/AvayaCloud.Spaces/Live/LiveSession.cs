namespace AvayaCloud.Spaces;

/// <summary>Keeps a connection up: token, opening, namespace, subscriptions, and all that again after a pause.</summary>
internal sealed class LiveSession(
    IAccessTokenSource tokens, LiveAddress address, LiveChannels channels, PendingSends sends, LiveDispatch dispatch,
    LiveSubscriptions subscriptions, LiveBroadcast broadcast, SpacesLiveOptions options, TimeProvider clock, ILogger logger)
{
    private readonly TokenWatch _watch = new(tokens, sends, options, clock);
    private volatile LiveConnection? _connection;

    public LiveStatus Status { get; private set; } = LiveStatus.Connecting;

    /// <summary>False without a connection.</summary>
    public async Task<bool> SendAsync(string name, JsonObject payload, CancellationToken cancellationToken)
    {
        if (_connection is not { } connection)
            return false;
        try
        {
            await connection.SendAsync(LiveFrame.Emit(name, payload), cancellationToken);
            return true;
        }
        catch (Exception problem) when (LiveConnection.IsEnd(problem) && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public Task<bool> SubscribeAsync(LiveChannel channel, CancellationToken cancellationToken) =>
        SendAsync("SUBSCRIBE_CHANNEL", LiveSubscriptions.Request(channel), cancellationToken);

    /// <summary>Until cancelled, or over for good.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RepeatAsync(cancellationToken);
        }
        finally
        {
            sends.Resume();
        }
    }

    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        var (attempt, renewed) = (0, false);
        while (!cancellationToken.IsCancellationRequested)
        {
            var end = await OnceAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return;
            if (end is ConnectionEnd.Refused refused)
            {
                // A refusal may mean a token that was replaced meanwhile; twice in a row it means what it says.
                end = renewed ? Refused(refused.Reason) : await RefreshAsync(refused, cancellationToken);
                renewed = true;
            }

            switch (end)
            {
                case ConnectionEnd.Over over:
                    Status = LiveStatus.Ended;
                    broadcast.Publish(new LiveEvent.Ended(over.Error));
                    return;
                case ConnectionEnd.Left:
                    (attempt, renewed) = (0, false);
                    break;
                case ConnectionEnd.Broken broken:
                    (attempt, renewed) = broken.WasOpen ? (0, false) : (attempt, renewed);
                    await PauseAsync(broken.Reason, options.Pause(attempt++, Random.Shared.NextDouble()), cancellationToken);
                    break;
            }
        }
    }

    private async Task PauseAsync(string reason, TimeSpan pause, CancellationToken cancellationToken)
    {
        Log.LiveLost(logger, reason, pause);
        broadcast.Publish(new LiveEvent.Disconnected(reason, pause));
        await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<ConnectionEnd?> RefreshAsync(ConnectionEnd.Refused refused, CancellationToken cancellationToken)
    {
        try
        {
            var newer = await tokens.RefreshAsync(refused.Token, cancellationToken);
            if (newer is null && tokens.Kind != TokenKind.ServiceApp)
                return new ConnectionEnd.Over(new SpacesError(SpacesErrorKind.SignInNeeded));
            return newer is null || newer == refused.Token ? Refused(refused.Reason) : null;
        }
        catch (Exception problem) when (problem is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return new ConnectionEnd.Broken("No token can be had for the moment.", WasOpen: false);
        }
    }

    private ConnectionEnd.Over Refused(string? reason)
    {
        var kind = tokens.Kind == TokenKind.ServiceApp ? SpacesErrorKind.Forbidden : SpacesErrorKind.SignInNeeded;
        return new ConnectionEnd.Over(new SpacesError(kind, Message: ErrorMessage.Sanitize(reason)));
    }

    private async Task<ConnectionEnd> OnceAsync(CancellationToken cancellationToken)
    {
        var (isOpen, token) = (false, (string?)null);
        await using var connection = new LiveConnection(clock, options);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var limit = clock.CreateTimer(_ => life.Cancel(), null, options.ConnectTimeout, Timeout.InfiniteTimeSpan);
        List<Task> beside = [];
        try
        {
            token = await tokens.GetAsync(life.Token);
            if (token is null)
                return new ConnectionEnd.Over(new SpacesError(SpacesErrorKind.SignInNeeded));
            await connection.OpenAsync(address.For(token, tokens.Kind), life.Token);
            await connection.SendAsync(LiveFrame.Enter, life.Token);
            while (await connection.ReadAsync(life.Token) is { } frame)
            {
                switch (frame)
                {
                    case LiveFrame.Refused refused when !isOpen:
                        return new ConnectionEnd.Refused(token, refused.Reason);
                    case LiveFrame.Entered when !isOpen:
                        isOpen = true;
                        limit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                        await OpenedAsync(connection, life.Token);
                        beside.Add(_watch.LeaveInTimeAsync(connection, token, life.Token));
                        break;
                    case LiveFrame.Happened { Name: "CHANNEL_SUBSCRIBED" } happened:
                        beside.RemoveAll(it => it.IsCompleted);
                        beside.Add(subscriptions.SubscribedAsync(happened.Payload, connection.Now, SendAsync, life.Token));
                        break;
                    case LiveFrame.Happened happened when dispatch.Take(happened.Name, happened.Payload) is var (name, payload):
                        await SendAsync(name, payload, life.Token);
                        break;
                }
            }

            return connection.IsLeft ? new ConnectionEnd.Left() : new ConnectionEnd.Broken(connection.EndReason, isOpen);
        }
        catch (Exception problem) when (LiveConnection.IsEnd(problem) || problem is TimeoutException)
        {
            if (connection.IsLeft)
                return new ConnectionEnd.Left();
            return connection.IsUnauthorized && token is not null
                ? new ConnectionEnd.Refused(token, null)
                : new ConnectionEnd.Broken(isOpen ? connection.EndReason : "No connection.", isOpen);
        }
        finally
        {
            _connection = null;
            Status = LiveStatus.Connecting;
            await life.CancelAsync();
            await Task.WhenAll(beside);
            sends.Abandon();
            if (!connection.IsLeft)
                sends.Resume();
        }
    }

    private async Task OpenedAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        _connection = connection;
        Status = LiveStatus.Connected;
        Log.LiveOpen(logger);
        broadcast.Publish(new LiveEvent.Connected());
        foreach (var channel in channels.All)
            await SubscribeAsync(channel, cancellationToken);
        sends.Resume();
    }
}
