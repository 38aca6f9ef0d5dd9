// A service app creates a space, invites a user and sends a message. Against the sandbox:
//   dotnet run --project src/AvayaCloud.Sandbox                  (in another terminal; it prints the address of the key file)
//   curl -o service-key.json http://localhost:5081/_sandbox/service-keys/bot
//   dotnet run --project docs/samples -- http://localhost:5081/api service-key.json ada.admin@example.com
using AvayaCloud.Spaces;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var api, var keyFile, var invitee])
    return 2;

await using var services = new ServiceCollection()
    .AddSpacesApi(it => it.BaseUrl = new Uri(api))
    .AddSpacesServiceApp(keyFile)
    .BuildServiceProvider();
var app = services.GetRequiredKeyedService<SpacesClient>(ServiceAppOptions.DefaultName);

var invitation = new Invitation { Invitees = [Invitee.ByEmail(invitee)] };
var created = await app.Invites.CreateSpaceAsync(new NewSpace("Hello") { Invitation = invitation });
if (created is not SpacesOutcome<InvitationResult>.Ok(var space))
{
    Console.Error.WriteLine($"No space: {created.Error}");
    return 1;
}

var sent = await app.Messages.SendChatAsync(space.SpaceId, new NewChat(MessageText.FromPlain("Hello from a service app.")));
Console.WriteLine(sent.Match(message => $"Sent {message.Id} to space {space.SpaceId}.", error => $"Not sent: {error}"));
return sent is SpacesOutcome<Message>.Ok ? 0 : 1;
