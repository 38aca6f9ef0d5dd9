using System.Net;
using System.Text;

namespace Refit;

internal sealed class BodyArgument(BodyRule rule, RefitSettings settings) : Argument(rule.Parameter)
{
    private readonly bool _buffered = rule.Buffered ?? settings.Buffered;

    public override void Apply(RequestDraft draft, object? value)
    {
        draft.Content = ContentOf(value);
        draft.Buffered = _buffered;
    }

    private HttpContent ContentOf(object? value) => value switch
    {
        HttpContent content => content,
        Stream stream => new StreamContent(stream),
        string text when rule.Method == BodySerializationMethod.Default => new StringContent(text),
        _ when rule.Method == BodySerializationMethod.UrlEncoded => Form(value),
        _ => Serialized(value),
    };

    // As object: options generated from source must know that type, or writing fails. Refit 11 uses the declared type.
    private HttpContent Serialized(object? value)
    {
        var content = settings.ContentSerializer.ToHttpContent(value);
        return _buffered ? content : new StreamedContent(content);
    }

    private HttpContent Form(object? value) => value is string text
        ? new StringContent(Uri.EscapeDataString(text), Encoding.UTF8, "application/x-www-form-urlencoded")
        : new FormUrlEncodedContent(FormFields.Of(value, settings));

    /// <summary>Written while it is serialized: its length is not known before.</summary>
    private sealed class StreamedContent : HttpContent
    {
        private readonly HttpContent _inner;

        public StreamedContent(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            _inner.CopyToAsync(stream, context, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
