using System.Globalization;
using System.Text.Json;

namespace AvayaCloud.Spaces;

internal sealed class LenientText : ReadingConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Leaf.Text(ref reader);
}

/// <summary>True for <c>true</c>, in any spelling, and for counts above zero.</summary>
internal sealed class LenientFlag : ReadingConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = Leaf.Text(ref reader);
        return string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) || Leaf.Number(text) > 0;
    }
}

/// <summary>A whole number, or the text of one; null otherwise.</summary>
internal sealed class LenientNumber : ReadingConverter<long?>
{
    private const double Largest = 1L << 53;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Leaf.Number(Leaf.Text(ref reader)) is { } number && Math.Abs(number) <= Largest ? (long)number : null;
}

/// <summary>ISO 8601, or milliseconds since 1970 as the API takes them in its own filters; null otherwise.</summary>
internal sealed class LenientTime : ReadingConverter<DateTimeOffset?>
{
    private static readonly double LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = Leaf.Text(ref reader);
        return Leaf.Number(text) is { } number
            ? number > 0 && number < LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds((long)number) : null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}

/// <summary>A name of the enum in any case; everything else is its zero, which says Unknown.</summary>
internal sealed class LenientEnum<T> : ReadingConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // A bare word: Enum.TryParse would also take numbers, and add up lists.
        var text = Leaf.Text(ref reader);
        return text is not null && text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : default;
    }
}

/// <summary>0 is normal, 1 archived [docs D/api/spaces/spaces_spaceid_archive].</summary>
internal sealed class ArchivedStatus : ReadingConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Leaf.Text(ref reader) is { } text && (Leaf.Number(text) == 1 || text.Equals("archived", StringComparison.OrdinalIgnoreCase));
}

/// <summary>Null for Avaya's placeholder picture, and for addresses that a browser must not be given.</summary>
internal sealed class PictureAddress : ReadingConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Uri.TryCreate(Leaf.Text(ref reader), UriKind.Absolute, out var address)
        && address.Scheme is ("https" or "http")
        && !address.AbsolutePath.EndsWith("/norevimages/noimage.jpg", StringComparison.OrdinalIgnoreCase)
            ? address.AbsoluteUri
            : null;
}
