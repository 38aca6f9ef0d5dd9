namespace AvayaCloud.Sandbox.People;

/// <summary>The profiles of the demo users. Each shows another case of complete and missing data.</summary>
internal static class DemoUserProfiles
{
    private static readonly string[] GivenNames = ["Noor", "Emil", "Chloé", "Tomás", "Ines", "Kofi", "Yuki", "Lena", "Björn", "Priya"];
    private static readonly string[] FamilyNames = ["Harbour", "Lindqvist", "Okafor", "Marín", "Tanaka", "Weber", "Dubois", "Novák"];

    /// <summary>Has all data: a company admin with two e-mail addresses, phones, languages and two licences.</summary>
    public static Person CreateAdmin(Company company) =>
        company.CreatePerson(
            "ada.admin@example.com", "admin", new PersonName("Ada", "Admin", "Maria", "Dr", "", "Dr Ada Maria Admin", "AY-duh"),
            "Ada Admin") with
        {
            Emails = [company.CreateWorkEmail("ada.admin@example.com"), new Contact("ada@home.example", "home", "Private")],
            Phones = [new Contact("+15550100199", "work", "Desk", true), new Contact("+15550100142", "mobile")],
            Addresses = [new PostalAddress("12 Harbour Street, Galway", "work")],
            Languages = ["en-GB", "fr-FR", "de-DE"],
            TimeZone = "Europe/Dublin",
            Permissions = ["USERSELF_PERMISSION_GROUP", "IT_ADMIN_PERMISSION_GROUP"],
            Licences = [company.CreateLicence("zangspaces_business", 2), company.CreateLicence("zangspaces_power", 1, trial: true)],
            Picture = "/_sandbox/pictures/ada.png",
        };

    public static Person CreateMember(Company company) =>
        company.CreatePerson("max.member@example.com", "member", new PersonName("Max", "Member"), "Max Member") with
        {
            Phones = [new Contact("+15550100117", "work", "", true)],
            Languages = ["en-US"],
            TimeZone = "America/New_York",
            Licences = [company.CreateLicence("zangspaces_team", 1)],
            Picture = "/_sandbox/pictures/max.png",
        };

    /// <summary>Comes from outside the company. The picture address means "no picture" [docs D/tutorials/user_directory].</summary>
    public static Person CreateGuest(Company company) =>
        company.CreatePerson("gil.guest@partner.example", "guest", new PersonName("Gil", "Guest"), "Gil Guest") with
        {
            Emails = [new Contact("gil.guest@partner.example", Primary: true)],
            Languages = ["es-ES"],
            Relations = [],
            Picture = "/norevimages/noimage.jpg",
        };

    /// <summary>Has no name, no picture and no space.</summary>
    public static Person CreateUnnamed(Company company) =>
        company.CreatePerson("nobody.new@example.com", "unnamed", new PersonName("", ""), "") with { Relations = [] };

    public static Person CreateColleague(Company company, int number)
    {
        var name = new PersonName(GivenNames[number % GivenNames.Length], FamilyNames[number % FamilyNames.Length]);
        var login = string.Create(CultureInfo.InvariantCulture, $"colleague.{number + 1}@example.com");
        return company.CreatePerson(login, "", name, $"{name.Given} {name.Family}") with
        {
            Picture = number % 3 == 0
                ? string.Create(CultureInfo.InvariantCulture, $"/_sandbox/pictures/colleague-{number + 1}.png")
                : null,
        };
    }
}
