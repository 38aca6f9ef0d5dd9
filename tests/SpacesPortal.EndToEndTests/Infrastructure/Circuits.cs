using System.Collections.Concurrent;
using AvayaCloud.Spaces;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>The Spaces client of each circuit, out of the circuit's own scope: what a component in it would be given.</summary>
internal sealed class Circuits
{
    private readonly ConcurrentDictionary<string, SpacesClient> _clients = new(StringComparer.Ordinal);

    public IReadOnlyCollection<SpacesClient> Clients => [.. _clients.Values];

    public void Opened(Circuit circuit, SpacesClient client) => _clients[circuit.Id] = client;

    public void Closed(Circuit circuit) => _clients.TryRemove(circuit.Id, out _);
}

internal sealed class CircuitWatch(Circuits circuits, SpacesClient client) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Opened(circuit, client);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        circuits.Closed(circuit);
        return Task.CompletedTask;
    }
}
