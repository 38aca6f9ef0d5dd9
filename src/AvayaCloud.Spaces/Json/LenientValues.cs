namespace AvayaCloud.Spaces;

/// <summary>A converter that only reads, nulls included: what the API gives is never sent back.</summary>
internal abstract class ReadingConverter<T> : JsonConverter<T>
{
    public sealed override bool HandleNull => true;

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers of the API are read, not written.");
}

/// <summary>Reads a single value whatever it is. No leaf is worth losing a page: what cannot be read is null.</summary>
internal static class JsonValueReader
{
    /// <summary>A text, or the text of a number or flag; blank, null, objects and arrays are null.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => Decoded(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        reader.Skip();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // GetString throws at a lone surrogate and at broken UTF-8.
    private static string? Decoded(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

internal sealed class LenientText : ReadingConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonValueReader.Text(ref reader);
}

/// <summary>True for <c>true</c>, in any spelling, and for counts above zero.</summary>
internal sealed class LenientFlag : ReadingConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = JsonValueReader.Text(ref reader);
        return string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) || JsonValueReader.Number(text) > 0;
    }
}

/// <summary>A whole number, or the text of one; null otherwise.</summary>
internal sealed class LenientNumber : ReadingConverter<long?>
{
    private const double Largest = 1L << 53;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonValueReader.Number(JsonValueReader.Text(ref reader)) is { } number && Math.Abs(number) <= Largest ? (long)number : null;
}

/// <summary>ISO 8601, or milliseconds since 1970 as the API takes them in its own filters; null otherwise.</summary>
internal sealed class LenientTime : ReadingConverter<DateTimeOffset?>
{
    private static readonly double LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = JsonValueReader.Text(ref reader);
        if (JsonValueReader.Number(text) is { } number)
            return number > 0 && number < LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds((long)number) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}

/// <summary>A name of the enum in any case; everything else is its zero, which says Unknown.</summary>
internal sealed class LenientEnum<T> : ReadingConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A bare word: Enum.TryParse would also take numbers, and add up lists.
        var text = JsonValueReader.Text(ref reader);
        return text is not null && text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : default;
    }
}

/// <summary>0 is normal, 1 archived [docs D/api/spaces/spaces_spaceid_archive].</summary>
internal sealed class ArchivedStatus : ReadingConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonValueReader.Text(ref reader) is { } text
            && (JsonValueReader.Number(text) == 1 || text.Equals("archived", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Null for Avaya's placeholder picture, and for addresses that a browser must not be given.</summary>
internal sealed class PictureAddress : ReadingConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Uri.TryCreate(JsonValueReader.Text(ref reader), UriKind.Absolute, out var address)
        && address.Scheme is ("https" or "http")
        && !address.AbsolutePath.EndsWith("/norevimages/noimage.jpg", StringComparison.OrdinalIgnoreCase)
            ? address.AbsoluteUri
            : null;
}
