namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>One replica's connection to the provider, which breaks when the replica is killed.</summary>
internal sealed class ProviderConnection(RotatingProvider provider) : HttpMessageHandler
{
    private readonly CancellationTokenSource _cut = new();

    public void Cut() => _cut.Cancel();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cut.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            return await provider.AnswerAsync(request, either.Token);
        }
        catch (OperationCanceledException killed) when (_cut.IsCancellationRequested)
        {
            throw new HttpRequestException("This replica is dead.", killed);
        }
    }
}
