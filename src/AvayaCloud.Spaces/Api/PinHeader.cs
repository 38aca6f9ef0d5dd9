namespace AvayaCloud.Spaces;

/// <summary>The header for the PIN of a protected space [docs D/api/spaces/spaces_spaceid_join].</summary>
internal static class PinHeader
{
    public const string Name = "spaces-x-space-password";
}
