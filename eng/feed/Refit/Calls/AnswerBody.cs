namespace Refit;

/// <summary>The declared type decides how a body is read.</summary>
internal static class AnswerBody
{
    public static async Task<T?> ReadAsync<T>(RefitSettings settings, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (typeof(T) == typeof(HttpResponseMessage))
            return (T)(object)response;
        if (typeof(T) == typeof(HttpContent))
            return (T)(object)response.Content;
        if (typeof(T) == typeof(Stream))
            return (T)(object)await response.Content.ReadAsStreamAsync(cancellationToken);
        if (typeof(T) == typeof(string))
            return (T)(object)await TextAsync(response.Content, cancellationToken);
        return await settings.ContentSerializer.FromHttpContentAsync<T>(response.Content, cancellationToken);
    }

    // Always UTF-8 unless a byte order mark says otherwise: the charset of the answer is not looked at.
    private static async Task<string> TextAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await content.ReadAsStreamAsync(cancellationToken));
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
