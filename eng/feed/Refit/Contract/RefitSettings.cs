using System.Net;

namespace Refit;

public class RefitSettings
{
    public RefitSettings()
        : this(new SystemTextJsonContentSerializer())
    {
    }

    public RefitSettings(
        IHttpContentSerializer contentSerializer,
        IUrlParameterFormatter? urlParameterFormatter,
        IFormUrlEncodedParameterFormatter? formUrlEncodedParameterFormatter)
        : this(contentSerializer, urlParameterFormatter, formUrlEncodedParameterFormatter, urlParameterKeyFormatter: null)
    {
    }

    public RefitSettings(
        IHttpContentSerializer contentSerializer,
        IUrlParameterFormatter? urlParameterFormatter = null,
        IFormUrlEncodedParameterFormatter? formUrlEncodedParameterFormatter = null,
        IUrlParameterKeyFormatter? urlParameterKeyFormatter = null)
    {
        ContentSerializer = contentSerializer ?? throw new ArgumentNullException(nameof(contentSerializer));
        UrlParameterFormatter = urlParameterFormatter ?? new DefaultUrlParameterFormatter();
        FormUrlEncodedParameterFormatter = formUrlEncodedParameterFormatter ?? new DefaultFormUrlEncodedParameterFormatter();
        UrlParameterKeyFormatter = urlParameterKeyFormatter ?? new DefaultUrlParameterKeyFormatter();
        ExceptionFactory = new DefaultApiExceptionFactory(this).CreateAsync;
    }

    public Func<HttpRequestMessage, CancellationToken, Task<string>>? AuthorizationHeaderValueGetter { get; set; }

    public Func<HttpResponseMessage, Task<Exception?>> ExceptionFactory { get; set; }

    public Func<HttpResponseMessage, Exception, Task<Exception?>>? DeserializationExceptionFactory { get; set; }

    public IHttpContentSerializer ContentSerializer { get; set; }

    public IUrlParameterKeyFormatter UrlParameterKeyFormatter { get; set; }

    public IUrlParameterFormatter UrlParameterFormatter { get; set; }

    public IFormUrlEncodedParameterFormatter FormUrlEncodedParameterFormatter { get; set; }

    public CollectionFormat CollectionFormat { get; set; } = CollectionFormat.RefitParameterFormatter;

    public bool Buffered { get; set; }

    public Version Version { get; set; } = HttpVersion.Version11;

    public HttpVersionPolicy VersionPolicy { get; set; } = HttpVersionPolicy.RequestVersionOrLower;
}

public class DefaultApiExceptionFactory(RefitSettings refitSettings)
{
    public async Task<Exception?> CreateAsync(HttpResponseMessage responseMessage)
    {
        if (responseMessage is null or { IsSuccessStatusCode: true })
            return null;
        var request = responseMessage.RequestMessage!;
        return await ApiException.Create(request, request.Method, responseMessage, refitSettings);
    }
}
