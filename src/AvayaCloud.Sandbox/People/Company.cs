namespace AvayaCloud.Sandbox.People;

/// <summary>The employer of the demo users. Relations, licences and addresses share its ids.</summary>
internal sealed class Company(int seed, DateTimeOffset now)
{
    public const string Domain = "example.com";

    private string Id { get; } = Derived.ObjectId(seed, "company");
    private string RelationId { get; } = Derived.IdentityKey(seed, "employee", "RelationDef");

    public Contact CreateWorkEmail(string address, bool primary = true) => new(address, primary ? "" : "work", "", primary, RelationId);

    public Licence CreateLicence(string service, int years, bool trial = false) =>
        new(
            service,
            new DateTimeOffset(now.Year + years, 5, 1, 16, 0, 0, TimeSpan.Zero),
            "company",
            trial,
            Derived.IdentityKey(seed, service, "PurchasedLicense"));

    public Person CreatePerson(string login, string role, PersonName name, string display) => new()
    {
        Login = login,
        Username = login,
        Role = role,
        SpacesId = Derived.ObjectId(seed, "user " + login),
        IdentityId = Derived.IdentityKey(seed, "user " + login),
        Name = name,
        DisplayName = display,
        Emails = [CreateWorkEmail(login)],
        Permissions = ["USERSELF_PERMISSION_GROUP"],
        Relations = [new Employment(RelationId, Id, "employee")],
        Updated = now.AddDays(-20 - Derived.Number(seed, login, 300)),
    };
}
