using System.Reflection;
using AvayaCloud.Sandbox;
using AvayaCloud.Spaces.Tests.EndToEnd;
using AvayaCloud.Spaces.Tests.ServiceApps;

namespace AvayaCloud.Spaces.Tests.Docs;

/// <summary>docs/samples/service-app.cs is a program of its own, which runs here against a sandbox.</summary>
public sealed class ServiceAppSampleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_creates_a_space_invites_a_user_and_sends_a_message()
    {
        await using var cloud = await SandboxUsers.StartAsync();
        using var file = new KeyFile(cloud.Server.ServiceApps[SandboxServiceApps.Bot].KeyFile);

        var exitCode = await RunAsync(new Uri(cloud.Server.Address, "/api").AbsoluteUri, file.Path, cloud.Person("admin").Username);

        Assert.Equal(0, exitCode);
        var ada = await cloud.OfAsync("admin");
        var spaces = await ada.Spaces.ListAsync(new SpacesQuery(), Cancellation).AllAsync();
        var space = Assert.Single(spaces, it => it.Title == "Hello");
        var messages = await ada.Messages.ListAsync(space.Id, cancellationToken: Cancellation).AllAsync();
        Assert.Equal("<p>Hello from a service app.</p>", Assert.Single(messages).Content!.BodyText);
    }

    [Fact]
    public async Task Without_its_arguments_the_sample_exits_with_an_error_code() => Assert.Equal(2, await RunAsync());

    private static Task<int> RunAsync(params string[] args) =>
        Task.Run(() => (int)Assembly.Load("service-app").EntryPoint!.Invoke(obj: null, [args])!, Cancellation);
}
