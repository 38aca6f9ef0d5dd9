namespace SpacesPortal.Spaces;

/// <summary>A user's spaces as far as a walk has come, in Avaya's order: latest activity first.</summary>
internal sealed record SpaceSnapshot(
    IReadOnlyList<Space> Rows, DateTimeOffset AsOf, bool Complete = false, bool Truncated = false, SpacesTrouble? Trouble = null)
{
    /// <summary>The last snapshot of its walk.</summary>
    public bool IsLast => Complete || Truncated || Trouble is not null;

    /// <summary>What to show from now on: never fewer rows than before, unless a complete walk found fewer.</summary>
    public SpaceSnapshot FollowedBy(SpaceSnapshot next)
    {
        if (next.Complete || next.Truncated || (!Complete && next.Rows.Count >= Rows.Count))
            return next;
        return next.Trouble is null ? this : this with { Trouble = next.Trouble };
    }
}
