#:project ../../src/AvayaCloud.Spaces/AvayaCloud.Spaces.csproj
#:property PublishAot=false
// A service app makes a space, invites somebody and says hello. Against the sandbox:
//   dotnet run --project src/AvayaCloud.Sandbox                                       (in another window; it prints where the key file is)
//   curl -o service-key.json http://localhost:5081/_sandbox/service-keys/bot
//   dotnet run docs/samples/service-app.cs -- http://localhost:5081/api service-key.json ada.admin@example.com
using AvayaCloud.Spaces;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var api, var keyFile, var invitee])
    return 2;

await using var services = new ServiceCollection()
    .AddSpacesApi(it => it.BaseUrl = new Uri(api))
    .AddSpacesServiceApp(keyFile)
    .BuildServiceProvider();
var app = services.GetRequiredKeyedService<SpacesClient>(SpacesServiceApp.DefaultName);

var made = await app.Invites.CreateSpaceAsync(new NewSpace("Hello") { Invitation = new Invitation { Invitees = [Invitee.ByEmail(invitee)] } });
if (made is not SpacesOutcome<InvitationResult>.Ok(var space))
{
    Console.Error.WriteLine($"No space: {made.Error}");
    return 1;
}

var said = await app.Messages.SendChatAsync(space.SpaceId, new NewChat(MessageText.FromPlain("Hello from a service app.")));
Console.WriteLine(said.Match(message => $"Said {message.Id} in space {space.SpaceId}.", trouble => $"Not said: {trouble}"));
return said is SpacesOutcome<Message>.Ok ? 0 : 1;
