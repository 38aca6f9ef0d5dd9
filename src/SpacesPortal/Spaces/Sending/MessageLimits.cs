namespace SpacesPortal.Spaces;

/// <summary>The portal's own limits. Avaya documents none.</summary>
internal static class MessageLimits
{
    /// <summary>Characters of a message.</summary>
    public const int Text = 10_000;

    /// <summary>Characters of the title of a post, a task or a space.</summary>
    public const int Title = 255;
}
