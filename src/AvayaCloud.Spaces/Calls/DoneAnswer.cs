using System.Text.Json;

namespace AvayaCloud.Spaces;

/// <summary>An answer of which only one thing is known: that it is JSON, if it is anything.</summary>
internal static class DoneAnswer
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    public static Answer<Done> Of(Answer<string> answer) => new(
        answer.Status, answer.RetryAfter, (int)answer.Status is >= 200 and < 300 && IsJsonOrNothing(answer.Value)
            ? Done.It
            : null, answer.Refusal);

    private static bool IsJsonOrNothing(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;
        try
        {
            using var json = JsonDocument.Parse(text, Shallow);
            return json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
