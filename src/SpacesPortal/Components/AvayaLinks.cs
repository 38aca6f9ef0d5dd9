namespace SpacesPortal.Components;

/// <summary>Where pages send people at Avaya.</summary>
/// <param name="Account">The account server. No source documents an address that signs out there, so its front page it is.</param>
public sealed record AvayaLinks(Uri Account)
{
    public static readonly AvayaLinks Production = new(new Uri("https://accounts.avayacloud.com/"));
}
