using System.Reflection;

namespace Refit;

/// <summary>Sends what <see cref="RestMethod"/> describes and turns the answer into the declared return type.</summary>
internal static class RestCall
{
    public static Func<HttpClient, object?[], object?> For(RestMethod method) => method.Answer.Result is { } result
        ? typeof(RestCall).GetMethod(nameof(ForResult), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(result, method.Answer.Body)
            .CreateDelegate<Func<RestMethod, Func<HttpClient, object?[], object?>>>()(method)
        : (client, arguments) => SendAsync(method, client, arguments);

    private static Func<HttpClient, object?[], object?> ForResult<TResult, TBody>(RestMethod method) =>
        (client, arguments) => ReceiveAsync<TResult, TBody>(method, client, arguments);

    private static async Task SendAsync(RestMethod method, HttpClient client, object?[] arguments)
    {
        var cancellationToken = method.CancellationTokenOf(arguments);
        var request = await method.BuildRequestAsync(client, arguments, cancellationToken);
        using var response = await client.SendAsync(request, cancellationToken);
        if (await method.Settings.ExceptionFactory(response) is { } failure)
            throw failure;
    }

    private static async Task<TResult?> ReceiveAsync<TResult, TBody>(RestMethod method, HttpClient client, object?[] arguments)
    {
        var cancellationToken = method.CancellationTokenOf(arguments);
        using var request = await method.BuildRequestAsync(client, arguments, cancellationToken);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var handedOn = method.Answer.KeepsResponse;
        try
        {
            var failure = typeof(TResult) == typeof(HttpResponseMessage) ? null : await method.Settings.ExceptionFactory(response);
            if (failure is not null && !method.Answer.IsApiResponse)
            {
                handedOn = true;
                throw failure;
            }

            var (body, unread) = failure is null ? await ReadAsync<TBody>(method, response, cancellationToken) : default;
            if (method.Answer.IsApiResponse)
                return (TResult)(object)new ApiResponse<TBody>(response, body, method.Settings, (failure ?? unread) as ApiException);
            return unread is null ? (TResult?)(object?)body : throw unread;
        }
        finally
        {
            if (!handedOn)
                response.Dispose();
        }
    }

    private static async Task<(TBody? Body, Exception? Failure)> ReadAsync<TBody>(
        RestMethod method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await AnswerBody.ReadAsync<TBody>(method.Settings, response, cancellationToken), null);
        }
#pragma warning disable CA1031 // Whatever a serializer throws becomes the call's one failure, a cancelled reading included.
        catch (Exception unread)
#pragma warning restore CA1031
        {
            var request = response.RequestMessage!;
            var failure = method.Settings.DeserializationExceptionFactory is { } custom
                ? await custom(response, unread)
                : await ApiException.Create("The answer could not be deserialized.", request, request.Method, response, method.Settings, unread);
            return (default, failure);
        }
    }
}
