namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Creates the spaces at the start: those of the company and of the hostile user, and personal rooms.</summary>
internal sealed class SpaceSeed(SandboxOptions options, DemoUsers users, StateClock clock)
{
    public IEnumerable<Space> Create()
    {
        var now = clock.Start;
        var factory = new SpaceFactory(options.Seed, users, now);
        return Enumerable.Range(0, options.Spaces).Select(factory.Create)
            .Concat(Enumerable.Range(0, options.Spaces / 20).Select(factory.CreateDeleted))
            .Concat(HostileSpaces.Create(options.Seed, users, now))
            .Append(factory.CreatePersonal(users.Hostile, now))
            .Append(factory.CreatePersonal(users.Member, now.AddDays(-3)));
    }
}
