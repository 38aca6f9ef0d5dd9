namespace AvayaCloud.Spaces;

/// <summary>Closes a connection before its token expires, because no source says what Avaya does with it then [wire 5]. When the token
/// source has another token, or none, the connection is closed and the next one opens with the current token.</summary>
internal sealed class TokenMonitor(IAccessTokenSource tokens, PendingSends sends, SpacesLiveOptions options, TimeProvider clock)
{
    /// <summary>Closes when no send is pending. Later sends wait for the next connection.</summary>
    public async Task CloseWhenReplacedAsync(LiveConnection connection, string token, CancellationToken cancellationToken)
    {
        try
        {
            while (await IsCurrentAsync(token, cancellationToken))
                await Task.Delay(options.TokenCheckInterval, clock, cancellationToken);
            await sends.PauseAsync(cancellationToken);
            await connection.CloseAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The connection has ended.
        }
    }

    private async Task<bool> IsCurrentAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(cancellationToken) == token;
        }
        catch (Exception failure) when (IsTransient(failure) && !cancellationToken.IsCancellationRequested)
        {
            return true; // There is no better token at the moment.
        }
    }

    private static bool IsTransient(Exception failure) => LiveConnection.IsConnectionFailure(failure) || failure is TimeoutException;
}
