namespace AvayaCloud.Spaces;

/// <summary>What Avaya does with an open socket whose token runs out is on no record [wire 5]. So none is kept that long: when its source
/// has another token, or none any more, the connection is left, and the next one opens with what there is then.</summary>
internal sealed class TokenWatch(IAccessTokenSource tokens, PendingSends sends, SpacesLiveOptions options, TimeProvider clock)
{
    /// <summary>Nothing of ours is under way when it leaves, and what is sent meanwhile waits for the next connection.</summary>
    public async Task LeaveInTimeAsync(LiveConnection connection, string token, CancellationToken cancellationToken)
    {
        try
        {
            while (await IsCurrentAsync(token, cancellationToken))
                await Task.Delay(options.TokenCheckInterval, clock, cancellationToken);
            await sends.PauseAsync(cancellationToken);
            await connection.LeaveAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The connection ended by itself.
        }
    }

    private async Task<bool> IsCurrentAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            return await tokens.GetAsync(cancellationToken) == token;
        }
        catch (Exception problem) when (
            !cancellationToken.IsCancellationRequested && (LiveConnection.IsEnd(problem) || problem is TimeoutException))
        {
            return true; // nothing better is to be had for the moment
        }
    }
}
