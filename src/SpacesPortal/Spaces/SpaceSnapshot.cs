namespace SpacesPortal.Spaces;

/// <summary>A person's spaces as far as a walk has come, in Avaya's order: latest activity first. Never changed once made.</summary>
internal sealed record SpaceSnapshot(
    IReadOnlyList<Space> Rows, DateTimeOffset AsOf, bool Complete = false, bool Truncated = false, SpacesError? Trouble = null)
{
    /// <summary>The walk that made it went no further.</summary>
    public bool IsLast => Complete || Truncated || Trouble is not null;

    /// <summary>What to show from now on: never fewer rows than before, unless a whole walk says so.</summary>
    public SpaceSnapshot FollowedBy(SpaceSnapshot next)
    {
        if (next.Complete || next.Truncated || (!Complete && next.Rows.Count >= Rows.Count))
            return next;
        return next.Trouble is null ? this : this with { Trouble = next.Trouble };
    }
}
