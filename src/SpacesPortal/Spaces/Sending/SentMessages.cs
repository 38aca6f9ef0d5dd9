namespace SpacesPortal.Spaces;

/// <summary>Finds a message whose response was lost: the user's own, with the same content, and newer than what the form's page
/// showed.</summary>
internal static class SentMessages
{
    /// <param name="newestFirst">The list in which it would be.</param>
    /// <param name="userId">Its sender.</param>
    /// <param name="after">The id of the newest message when the form was rendered; null when there was none.</param>
    /// <param name="isSame">Compares the content.</param>
    public static async Task<SpacesOutcome<Message?>> FindAsync(
        IAsyncEnumerable<SpacesOutcome<Page<Message>>> newestFirst, string userId, string? after, Func<Message, bool> isSame)
    {
        await foreach (var outcome in newestFirst)
        {
            if (outcome is not SpacesOutcome<Page<Message>>.Ok(var page))
                return outcome.Error!;
            var newer = page.Items.TakeWhile(it => it.Id != after);
            return new SpacesOutcome<Message?>.Ok(newer.FirstOrDefault(it => it.Sender?.Id == userId && isSame(it)));
        }

        return new SpacesOutcome<Message?>.Ok(null);
    }

    /// <summary>The newest message before a send; null when there is none, or it cannot be read.</summary>
    public static async Task<string?> GetNewestIdAsync(IAsyncEnumerable<SpacesOutcome<Page<Message>>> newestFirst)
    {
        await foreach (var outcome in newestFirst)
            return outcome is SpacesOutcome<Page<Message>>.Ok { Value.Items: [var newest, ..] } ? newest.Id : null;
        return null;
    }

    /// <summary>Avaya may rewrite the HTML, so texts are compared without their tags.</summary>
    public static bool HasText(Message message, string html) =>
        string.Equals(MessageHtml.Text(message.Content?.BodyText), MessageHtml.Text(html), StringComparison.Ordinal);

    public static bool HasDescription(Message message, string html) =>
        string.Equals(MessageHtml.Text(message.Content?.Description), MessageHtml.Text(html), StringComparison.Ordinal);
}
