namespace AvayaCloud.Sandbox.People;

/// <summary>The five users who can sign in, and the colleagues who fill their spaces.</summary>
internal sealed class DemoUsers
{
    private const int ColleagueCount = 40;

    public DemoUsers(SandboxOptions options, TimeProvider clock)
    {
        Password = string.Create(CultureInfo.InvariantCulture, $"sandbox-{options.Seed}");
        Company = new Company(options.Seed, clock.GetUtcNow());
        Admin = DemoUserProfiles.CreateAdmin(Company);
        Member = DemoUserProfiles.CreateMember(Company);
        Guest = DemoUserProfiles.CreateGuest(Company);
        Unnamed = DemoUserProfiles.CreateUnnamed(Company);
        Hostile = HostileUser.Create(Company);
        WithSignIn = [Admin, Member, Guest, Unnamed, Hostile];
        Colleagues = [.. Enumerable.Range(0, ColleagueCount).Select(number => DemoUserProfiles.CreateColleague(Company, number))];
        Listed = [.. WithSignIn.Select(it => new DemoUser(it.Login, Password, it.DisplayName, it.Role))];
    }

    public Company Company { get; }
    public Person Admin { get; }
    public Person Member { get; }
    public Person Guest { get; }
    public Person Unnamed { get; }
    public Person Hostile { get; }
    public IReadOnlyList<Person> WithSignIn { get; }
    public IReadOnlyList<Person> Colleagues { get; }

    /// <summary>Those who can sign in, as pages and tests see them.</summary>
    public IReadOnlyList<DemoUser> Listed { get; }

    /// <summary>The same for all of them: this is a sandbox.</summary>
    public string Password { get; }

    public Person? Find(string? login) =>
        WithSignIn.FirstOrDefault(it => string.Equals(it.Login, login?.Trim(), StringComparison.OrdinalIgnoreCase));
}
