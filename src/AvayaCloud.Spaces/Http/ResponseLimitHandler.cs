namespace AvayaCloud.Spaces;

/// <summary>Takes the whole answer in before it is handed on, so that the attempt's time limit covers its body, a body that breaks off is
/// tried again like any other lost answer, and none is larger than the limit.</summary>
internal sealed class ResponseLimitHandler(long largest) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(largest, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
