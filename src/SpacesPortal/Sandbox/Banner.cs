using AvayaCloud.Sandbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SpacesPortal.Sandbox;

/// <summary>Prints the addresses and demo users for developers, on the console only.</summary>
internal sealed class Banner(SandboxServer sandbox, IServer server, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Print);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Print()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        Console.WriteLine($"  Spaces Portal    {string.Join("  ", addresses)}");
        Console.WriteLine($"  Avaya sandbox    {sandbox.Address}");
        Console.WriteLine();
        Console.WriteLine("  Sign in as one of the demo people:");
        foreach (var person in sandbox.Users)
            Console.WriteLine($"    {person.Username,-34} {person.Password,-18} {person.Role}");
        Console.WriteLine();
    }
}
