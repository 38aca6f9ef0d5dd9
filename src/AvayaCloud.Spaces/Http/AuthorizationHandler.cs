using System.Net.Http.Headers;

namespace AvayaCloud.Spaces;

/// <summary>Sends the access token to the API's own scheme, host and port only. After a 401 the token is refreshed and the call repeated
/// once: a refresh at Avaya invalidates the old access token at once, so a call that was in progress gets a 401 without meaning. The PIN
/// goes where the token goes.</summary>
internal sealed class AuthorizationHandler(IAccessTokenSource tokens, Uri baseUrl, string? pin) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = null;
        if (!baseUrl.IsSameOriginAs(request.RequestUri))
            return await base.SendAsync(request, cancellationToken);
        if (await tokens.GetAsync(cancellationToken) is not { } token || !IsUsable(token))
            return new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request };

        var response = await SendAsync(request, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        (tokens as IServerTimeObserver)?.OnServerTime(response.Headers.Date);
        var newer = await tokens.RefreshAsync(token, cancellationToken);
        if (newer is null || newer == token || !IsUsable(newer))
            return response;
        response.Dispose();
        return await SendAsync(request, newer, cancellationToken);
    }

    // The characters of RFC 6750 section 2.1 and some more, but none that could end the header.
    private static bool IsUsable(string value) => value.Length > 0 && value.All(character => character is > ' ' and <= '~');

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue(tokens.Kind.Scheme(), token);
        if (pin is not null && IsUsable(pin) && !request.Headers.Contains(PinHeader.Name))
            request.Headers.Add(PinHeader.Name, pin);
        return base.SendAsync(request, cancellationToken);
    }
}
