namespace AvayaCloud.Spaces.Tests.Docs;

/// <summary>The sample of docs/spaces-client.md: a user creates a space and a task, sends a message, and reads the messages.</summary>
internal static class PeopleSample
{
    public static async Task<IReadOnlyList<string>> RunAsync(SpacesClient spaces, string colleague, CancellationToken cancellationToken)
    {
        // sample
        var space = new NewSpace("Harbour redesign") { Invitation = new Invitation { Invitees = [Invitee.ByEmail(colleague)] } };
        var created = await spaces.Invites.CreateSpaceAsync(space, cancellationToken: cancellationToken);
        if (created is not SpacesOutcome<InvitationResult>.Ok({ SpaceId: var id }))
            return [$"No space: {created.Error}"];

        await spaces.Tasks.CreateAsync(id, new NewTask("Book the room"), cancellationToken: cancellationToken);
        await spaces.Messages.SendChatAsync(id, new NewChat(MessageText.FromPlain("Who has the plan?")), cancellationToken);

        List<string> lines = [];
        await foreach (var page in spaces.Messages.ListAsync(id, cancellationToken: cancellationToken))
        {
            lines.AddRange(page.Match(
                ok => ok.Items.Select(it => $"{it.Sender?.DisplayName}: {it.Content?.BodyText}"),
                error => [$"No page: {error}"]));
        }

        return lines;
        // end
    }
}
