using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AvayaCloud.Spaces;

/// <summary>Reads a single value whatever it is. No leaf is worth losing a page: what cannot be read is null.</summary>
internal static class Leaf
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
