namespace AvayaCloud.Sandbox.People;

/// <summary>The five who can sign in, and colleagues who fill their spaces.</summary>
internal sealed class Cast
{
    private const int ColleagueCount = 40;

    private readonly HashSet<string> _ids;

    public Cast(SandboxOptions options, TimeProvider clock)
    {
        Password = string.Create(CultureInfo.InvariantCulture, $"sandbox-{options.Seed}");
        var company = new Company(options.Seed, clock.GetUtcNow());
        Admin = Actors.Admin(company);
        Member = Actors.Member(company);
        Guest = Actors.Guest(company);
        Unnamed = Actors.Unnamed(company);
        Hostile = HostileActor.Make(company);
        Leads = [Admin, Member, Guest, Unnamed, Hostile];
        Colleagues = [.. Enumerable.Range(0, ColleagueCount).Select(number => Actors.Colleague(company, number))];
        _ids = [.. Leads.Concat(Colleagues).Select(it => it.SpacesId)];
        Company = company;
        Demo = [.. Leads.Select(it => new DemoPerson(it.Login, Password, it.DisplayName, it.Part))];
    }

    public Person Admin { get; }

    public Person Member { get; }

    public Person Guest { get; }

    public Person Unnamed { get; }

    public Person Hostile { get; }

    public IReadOnlyList<Person> Leads { get; }

    public IReadOnlyList<Person> Colleagues { get; }

    public Company Company { get; }

    public IReadOnlyList<DemoPerson> Demo { get; }

    /// <summary>One for all: this is a sandbox.</summary>
    public string Password { get; }

    public bool Knows(string spacesId) => _ids.Contains(spacesId);

    public Person? Find(string? login) =>
        Leads.FirstOrDefault(it => string.Equals(it.Login, login?.Trim(), StringComparison.OrdinalIgnoreCase));
}
