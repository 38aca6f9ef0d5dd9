namespace AvayaCloud.Sandbox.People;

/// <summary>The people as they are written: who has what is the point of each.</summary>
internal static class Actors
{
    private static readonly string[] Given = ["Noor", "Emil", "Chloé", "Tomás", "Ines", "Kofi", "Yuki", "Lena", "Björn", "Priya"];
    private static readonly string[] Family = ["Harbour", "Lindqvist", "Okafor", "Marín", "Tanaka", "Weber", "Dubois", "Novák"];

    /// <summary>Has everything: company admin, two addresses, phones, languages, two licences.</summary>
    public static Person Admin(Company company) =>
        company.Person(
            "ada.admin@example.com", "admin", new PersonName("Ada", "Admin", "Maria", "Dr", "", "Dr Ada Maria Admin", "AY-duh"),
            "Ada Admin") with
        {
            Emails = [company.WorkEmail("ada.admin@example.com"), new Contact("ada@home.example", "home", "Private")],
            Phones = [new Contact("+15550100199", "work", "Desk", true), new Contact("+15550100142", "mobile")],
            Addresses = [new PostalAddress("12 Harbour Street, Galway", "work")],
            Languages = ["en-GB", "fr-FR", "de-DE"],
            TimeZone = "Europe/Dublin",
            Permissions = ["USERSELF_PERMISSION_GROUP", "IT_ADMIN_PERMISSION_GROUP"],
            Licences = [company.Licence("zangspaces_business", 2), company.Licence("zangspaces_power", 1, trial: true)],
            Picture = "/_sandbox/pictures/ada.png",
        };

    public static Person Member(Company company) =>
        company.Person("max.member@example.com", "member", new PersonName("Max", "Member"), "Max Member") with
        {
            Phones = [new Contact("+15550100117", "work", "", true)],
            Languages = ["en-US"],
            TimeZone = "America/New_York",
            Licences = [company.Licence("zangspaces_team", 1)],
            Picture = "/_sandbox/pictures/max.png",
        };

    /// <summary>From outside the company, with the picture address that means "no picture" [docs D/tutorials/user_directory].</summary>
    public static Person Guest(Company company) =>
        company.Person("gil.guest@partner.example", "guest", new PersonName("Gil", "Guest"), "Gil Guest") with
        {
            Emails = [new Contact("gil.guest@partner.example", Primary: true)],
            Languages = ["es-ES"],
            Relations = [],
            Picture = "/norevimages/noimage.jpg",
        };

    /// <summary>No name, no picture, no space.</summary>
    public static Person Unnamed(Company company) =>
        company.Person("nobody.new@example.com", "unnamed", new PersonName("", ""), "") with { Relations = [] };

    public static Person Colleague(Company company, int number)
    {
        var name = new PersonName(Given[number % Given.Length], Family[number % Family.Length]);
        var login = string.Create(CultureInfo.InvariantCulture, $"colleague.{number + 1}@example.com");
        return company.Person(login, "", name, $"{name.Given} {name.Family}") with
        {
            Picture = number % 3 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"/_sandbox/pictures/colleague-{number + 1}.png")
                : null,
        };
    }
}
