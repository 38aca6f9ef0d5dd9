namespace AvayaCloud.Spaces;

/// <summary>It was done, and there is no more to say: the answers to such calls have no known shape, or are empty.</summary>
public sealed record Done
{
    internal static readonly Done It = new();

    private Done()
    {
    }
}
