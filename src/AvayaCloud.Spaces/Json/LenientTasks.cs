namespace AvayaCloud.Spaces;

/// <summary>pending, completed, once written "complete", or 0 and 1 [wire 7.10].</summary>
internal sealed class LenientTaskState : ReadingConverter<TaskState>
{
    public override TaskState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonValueReader.Text(ref reader)?.ToUpperInvariant() switch
        {
            "PENDING" or "0" => TaskState.Pending,
            "COMPLETED" or "COMPLETE" or "1" => TaskState.Completed,
            _ => TaskState.Unknown,
        };
}

/// <summary>Objects with an <c>_id</c>, or the bare ids [docs D/api/spaces/spaces_spaceid_tasks__post] vs [repo BREEZE].</summary>
internal sealed class LenientAssignees : ReadingConverter<IReadOnlyList<Assignee>>
{
    private const int Most = 1000;

    public override IReadOnlyList<Assignee> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        var list = new List<Assignee>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if ((reader.TokenType == JsonTokenType.StartObject ? IdOf(ref reader) : JsonValueReader.Text(ref reader)) is { } id
                && list.Count < Most)
            {
                list.Add(new Assignee(id));
            }
        }

        return list;
    }

    private static string? IdOf(ref Utf8JsonReader reader)
    {
        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isId = reader.ValueTextEquals("_id"u8);
            reader.Read();
            if (isId)
                id = JsonValueReader.Text(ref reader);
            else
                reader.Skip();
        }

        return id;
    }
}
