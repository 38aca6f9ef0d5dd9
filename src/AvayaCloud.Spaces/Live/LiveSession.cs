namespace AvayaCloud.Spaces;

/// <summary>Keeps a connection open: token, handshake, namespace, subscriptions, and reconnecting after a delay.</summary>
internal sealed class LiveSession(
    IAccessTokenSource tokens, ConcurrentDictionary<string, LiveChannel> channels, PendingSends sends, LiveDispatcher dispatcher,
    LiveSubscriptions subscriptions, LiveBroadcast broadcast, SpacesLiveOptions options, TimeProvider clock, ILogger logger)
{
    private readonly TokenMonitor _tokenMonitor = new(tokens, sends, options, clock);
    private volatile LiveConnection? _connection;

    public LiveStatus Status { get; private set; } = LiveStatus.Connecting;

    /// <returns>False if there is no connection.</returns>
    public async Task<bool> SendAsync(LiveCommand command, CancellationToken cancellationToken)
    {
        if (_connection is not { } connection)
            return false;
        try
        {
            await connection.SendAsync(LiveFrame.Emit(command.Name, command.Payload), cancellationToken);
            return true;
        }
        catch (Exception failure) when (LiveConnection.IsConnectionFailure(failure) && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Connects, and reconnects, until it is cancelled or the connection has ended for good.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var attempt = 0;
        var hasRefreshed = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            var end = await RunConnectionAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
                return;
            if (end is ConnectionEnd.TokenRejected rejected)
            {
                // The token may have been replaced meanwhile. A second rejection in a row is final.
                end = hasRefreshed ? Rejected(rejected.Reason) : await RefreshAsync(rejected, cancellationToken);
                hasRefreshed = true;
            }

            if (end is ConnectionEnd.Final(var error))
            {
                Status = LiveStatus.Ended;
                broadcast.Publish(new LiveEvent.Ended(error));
                return;
            }

            if (end is ConnectionEnd.Replaced or ConnectionEnd.Lost { WasOpen: true })
            {
                attempt = 0;
                hasRefreshed = false;
            }

            if (end is ConnectionEnd.Lost lost)
                await DelayAsync(lost.Reason, options.GetReconnectDelay(attempt++, Random.Shared.NextDouble()), cancellationToken);
        }
    }

    private async Task DelayAsync(string reason, TimeSpan delay, CancellationToken cancellationToken)
    {
        Log.LiveDisconnected(logger, reason, delay);
        broadcast.Publish(new LiveEvent.Disconnected(reason, delay));
        await Task.Delay(delay, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>Null when there is a newer token to connect with.</returns>
    private async Task<ConnectionEnd?> RefreshAsync(ConnectionEnd.TokenRejected rejected, CancellationToken cancellationToken)
    {
        try
        {
            var newer = await tokens.RefreshAsync(rejected.Token, cancellationToken);
            if (newer is null && tokens.Kind != TokenKind.ServiceApp)
                return new ConnectionEnd.Final(new SpacesError(SpacesErrorKind.SignInNeeded));
            return newer is null || newer == rejected.Token ? Rejected(rejected.Reason) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            return new ConnectionEnd.Lost("No token is available at the moment.", WasOpen: false);
        }
    }

    private ConnectionEnd.Final Rejected(string? reason)
    {
        var kind = tokens.Kind == TokenKind.ServiceApp ? SpacesErrorKind.Forbidden : SpacesErrorKind.SignInNeeded;
        return new ConnectionEnd.Final(new SpacesError(kind, Message: ErrorMessage.Sanitize(reason)));
    }

    private async Task<ConnectionEnd> RunConnectionAsync(CancellationToken cancellationToken)
    {
        string? token = null;
        var isOpen = false;
        await using var connection = new LiveConnection(clock, options);
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, clock);
        using var lifetime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        List<Task> background = [];
        try
        {
            token = await tokens.GetAsync(lifetime.Token);
            if (token is null)
                return new ConnectionEnd.Final(new SpacesError(SpacesErrorKind.SignInNeeded));
            await connection.OpenAsync(LiveEndpoint.Build(options.SocketUrl!, token, tokens.Kind), lifetime.Token);
            await connection.SendAsync(LiveFrame.Connect, lifetime.Token);
            while (await connection.ReadAsync(lifetime.Token) is { } frame)
            {
                switch (frame)
                {
                    case LiveFrame.ConnectError error when !isOpen:
                        return new ConnectionEnd.TokenRejected(error.Message) { Token = token };
                    case LiveFrame.Connected when !isOpen:
                        isOpen = true;
                        timeout.CancelAfter(Timeout.InfiniteTimeSpan);
                        await OnConnectedAsync(connection, lifetime.Token);
                        background.Add(_tokenMonitor.CloseWhenReplacedAsync(connection, token, lifetime.Token));
                        break;
                    case LiveFrame.Event { Name: "CHANNEL_SUBSCRIBED" } subscribed:
                        background.RemoveAll(it => it.IsCompleted);
                        background.Add(
                            subscriptions.OnSubscribedAsync(subscribed.Payload, connection.Now, SendAsync, lifetime.Token));
                        break;
                    case LiveFrame.Event received when dispatcher.Handle(received.Name, received.Payload) is { } response:
                        await SendAsync(response, lifetime.Token);
                        break;
                }
            }

            return connection.IsClosedByClient
                ? new ConnectionEnd.Replaced()
                : new ConnectionEnd.Lost(connection.CloseReason, isOpen);
        }
        catch (Exception failure) when (LiveConnection.IsConnectionFailure(failure) || failure is TimeoutException)
        {
            if (connection.IsClosedByClient)
                return new ConnectionEnd.Replaced();
            return connection.IsUnauthorized && token is not null
                ? new ConnectionEnd.TokenRejected(Reason: null) { Token = token }
                : new ConnectionEnd.Lost(isOpen ? connection.CloseReason : "No connection.", isOpen);
        }
        finally
        {
            _connection = null;
            Status = LiveStatus.Connecting;
            await lifetime.CancelAsync();
            await Task.WhenAll(background);
            sends.FailAll();
            if (!connection.IsClosedByClient)
                sends.Resume();
        }
    }

    private async Task OnConnectedAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        _connection = connection;
        Status = LiveStatus.Connected;
        Log.LiveConnected(logger);
        broadcast.Publish(new LiveEvent.Connected());
        foreach (var channel in channels.Values)
            await SendAsync(LiveCommand.Subscribe(channel), cancellationToken);
        sends.Resume();
    }
}

/// <summary>The address of the socket. The API takes the token only in its query [wire 5.1].</summary>
internal static class LiveEndpoint
{
    public static Uri Build(Uri socketUrl, string token, TokenKind kind) => new UriBuilder(socketUrl)
    {
        Scheme = socketUrl.Scheme is "https" or "wss" ? "wss" : "ws",
        Path = "/socket.io/",
        Query = $"token={Uri.EscapeDataString(token)}&tokenType={TypeOf(kind)}&EIO=3&transport=websocket",
    }.Uri;

    /// <summary>The docs name jwt and oauth [docs D/guides/socketio]. For the others it is the scheme of the header [guess].</summary>
    private static string TypeOf(TokenKind kind) => kind == TokenKind.OAuth ? "oauth" : kind.Scheme();
}
