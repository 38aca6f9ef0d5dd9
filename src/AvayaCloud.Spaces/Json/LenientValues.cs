namespace AvayaCloud.Spaces;

/// <summary>A converter for responses, which are never written. It also handles null.</summary>
internal abstract class ReadOnlyConverter<T> : JsonConverter<T>
{
    public sealed override bool HandleNull => true;

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Responses of the API are read, not written.");
}

/// <summary>Reads a single value of any type. A value that cannot be read is null, so that it does not cost the whole page.</summary>
/// <param name="parse">Parses a text, or the text of a number or boolean; null for blanks, null, objects and arrays.</param>
internal abstract class LenientValue<T>(Func<string?, T> parse) : ReadOnlyConverter<T>
{
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(JsonValueReader.ReadText(ref reader));
}

internal sealed class LenientText() : LenientValue<string?>(text => text);

/// <summary>True for <c>true</c>, in any case and as text, and for numbers above zero.</summary>
internal sealed class LenientFlag() : LenientValue<bool>(text => JsonValueReader.Is(text, "true") || JsonValueReader.ParseNumber(text) > 0);

/// <summary>0 is normal, 1 is archived [docs D/api/spaces/spaces_spaceid_archive].</summary>
internal sealed class ArchivedStatus() : LenientValue<bool>(
    text => JsonValueReader.Is(text, "archived") || JsonValueReader.ParseNumber(text) == 1);

/// <summary>A whole number up to 2^53, or the text of one; null otherwise.</summary>
internal sealed class LenientNumber() : LenientValue<long?>(
    text => JsonValueReader.ParseNumber(text) is { } number && Math.Abs(number) <= 1L << 53 ? (long)number : null);

/// <summary>ISO 8601, or milliseconds since 1970 as in the API's own filters; null otherwise.</summary>
internal sealed class LenientTime() : LenientValue<DateTimeOffset?>(Parse)
{
    private static readonly double MaxMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static DateTimeOffset? Parse(string? text)
    {
        if (JsonValueReader.ParseNumber(text) is { } number)
            return number > 0 && number < MaxMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)number) : null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}

/// <summary>A name of the enum in any case; its zero value, Unknown, for anything else.</summary>
internal sealed class LenientEnum<T>() : LenientValue<T>(
    // Letters only: Enum.TryParse also accepts numbers and comma-separated lists.
    text => text?.All(char.IsAsciiLetter) == true && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : default)
    where T : struct, Enum;

/// <summary>"pending", "completed", in one place "complete", or 0 and 1 [wire 7.10].</summary>
internal sealed class LenientTaskState() : LenientValue<TaskState>(text => text?.ToUpperInvariant() switch
{
    "PENDING" or "0" => TaskState.Pending,
    "COMPLETED" or "COMPLETE" or "1" => TaskState.Completed,
    _ => TaskState.Unknown,
});

/// <summary>An http(s) address; null for Avaya's placeholder picture and for schemes that a browser must not load.</summary>
internal sealed class PictureAddress() : LenientValue<string?>(text =>
    Uri.TryCreate(text, UriKind.Absolute, out var address)
    && address.Scheme is ("https" or "http")
    && !address.AbsolutePath.EndsWith("/norevimages/noimage.jpg", StringComparison.OrdinalIgnoreCase)
        ? address.AbsoluteUri
        : null);

internal static class JsonValueReader
{
    public static string? ReadText(ref Utf8JsonReader reader)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => ReadString(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        reader.Skip();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    public static double? ParseNumber(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // GetString throws for a lone surrogate and for invalid UTF-8.
    private static string? ReadString(ref Utf8JsonReader reader)
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
