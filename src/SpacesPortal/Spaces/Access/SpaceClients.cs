namespace SpacesPortal.Spaces;

/// <summary>Clients for single spaces: each sends the PIN that the user has entered for its space.</summary>
internal sealed class SpaceClients(SpacesClientFactory clients, IAccessTokenSource tokens, SpacePins pins)
{
    public SpacesClient Create(string spaceId) => clients.Create(tokens, pins.Get(spaceId));
}
