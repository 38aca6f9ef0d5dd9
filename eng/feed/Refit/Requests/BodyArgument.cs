using System.Text;

namespace Refit;

internal sealed class BodyArgument(BodyRule rule, RefitSettings settings) : Argument(rule.Parameter)
{
    public override void Apply(RequestDraft draft, object? value)
    {
        draft.Content = ContentOf(value);
        draft.Buffered = rule.Buffered ?? settings.Buffered;
    }

    private HttpContent ContentOf(object? value) => value switch
    {
        HttpContent content => content,
        Stream stream => new StreamContent(stream),
        string text when rule.Method == BodySerializationMethod.Default => new StringContent(text),
        _ when rule.Method == BodySerializationMethod.UrlEncoded => Form(value),
        // As object: options generated from source must know that type, or writing fails. Refit 11 uses the declared type.
        _ => settings.ContentSerializer.ToHttpContent(value),
    };

    private HttpContent Form(object? value) => value is string text
        ? new StringContent(Uri.EscapeDataString(text), Encoding.UTF8, "application/x-www-form-urlencoded")
        : new FormUrlEncodedContent(FormFields.Of(value, settings));
}
