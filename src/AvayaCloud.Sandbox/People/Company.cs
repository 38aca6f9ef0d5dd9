namespace AvayaCloud.Sandbox.People;

/// <summary>The employer of the demo people: ids that relations, licences and addresses share.</summary>
internal sealed class Company(int seed, DateTimeOffset now)
{
    /// <summary>Its people's addresses end with it.</summary>
    public const string Domain = "example.com";

    public int Seed => seed;

    public DateTimeOffset Now => now;

    private string Id { get; } = Derived.ObjectId(seed, "company");

    private string RelationId { get; } = Derived.IdentityKey(seed, "employee", "RelationDef");

    public IReadOnlyList<Employment> Employs() => [new Employment(RelationId, Id, "employee")];

    public Contact WorkEmail(string address, bool primary = true) => new(address, primary ? "" : "work", "", primary, RelationId);

    public Licence Licence(string service, int years, bool trial = false) =>
        new(
            service, new DateTimeOffset(now.Year + years, 5, 1, 16, 0, 0, TimeSpan.Zero), "company", trial,
            Derived.IdentityKey(seed, service, "PurchasedLicense"));

    public Person Person(string login, string part, PersonName name, string display) => new()
    {
        Login = login,
        Username = login,
        Part = part,
        SpacesId = Derived.ObjectId(seed, "user " + login),
        IdentityId = Derived.IdentityKey(seed, "user " + login),
        Name = name,
        DisplayName = display,
        Emails = [WorkEmail(login)],
        Permissions = ["USERSELF_PERMISSION_GROUP"],
        Relations = Employs(),
        Updated = now.AddDays(-20 - Derived.Number(seed, login, 300)),
    };
}
