namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>The spaces that follow from the seed: the company's, the hostile person's, and personal rooms.</summary>
internal sealed class SpaceSeed(SandboxOptions options, DemoUsers users, StateClock clock)
{
    public IEnumerable<Space> All()
    {
        var now = clock.Start;
        var maker = new SpaceMaker(options.Seed, users, now);
        return Enumerable.Range(0, options.Spaces).Select(maker.Make)
            .Concat(Enumerable.Range(0, options.Spaces / 20).Select(maker.Deleted))
            .Concat(HostileSpaces.Make(options.Seed, users, now))
            .Append(maker.Personal(users.Hostile, now))
            .Append(maker.Personal(users.Member, now.AddDays(-3)));
    }
}
