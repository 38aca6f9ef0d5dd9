namespace AvayaCloud.Spaces;

/// <summary>Buffers the whole response. So the attempt's time limit covers the body, a body that breaks off is retried, and no response is
/// larger than the limit.</summary>
internal sealed class ResponseLimitHandler(long maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(maxBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
