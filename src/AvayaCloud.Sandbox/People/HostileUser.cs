namespace AvayaCloud.Sandbox.People;

/// <summary>A user with a hostile string in every field.</summary>
internal static class HostileUser
{
    public static Person Create(Company company) => company.CreatePerson(
        "hal.hostile@example.com",
        "hostile",
        new PersonName(
            HostileText.Script, HostileText.Attribute, HostileText.RightToLeft, HostileText.Emoji, HostileText.Closing,
            HostileText.Template, HostileText.Directions),
        HostileText.Script + HostileText.Attribute + HostileText.RightToLeft + HostileText.Emoji) with
    {
        Username = "hal" + HostileText.Attribute + "@example.com",
        Emails =
        [
            new Contact("hal" + HostileText.Script + "@example.com", HostileText.Attribute, HostileText.Template, true, HostileText.Link),
            new Contact(HostileText.Link, HostileText.Emoji, HostileText.Control),
        ],
        Phones = [new Contact("tel:+1" + HostileText.Attribute, HostileText.Script, HostileText.RightToLeft, true)],
        Addresses = [new PostalAddress(HostileText.Closing + HostileText.Script, HostileText.Attribute)],
        Languages = [HostileText.Script, "xx-" + HostileText.Attribute],
        Gender = HostileText.Script,
        TimeZone = "Mars/" + HostileText.Attribute,
        Permissions = ["USERSELF_PERMISSION_GROUP", HostileText.Script],
        Licences =
        [
            company.CreateLicence(HostileText.Script, -1, trial: true) with
            {
                Parent = HostileText.Attribute,
                PurchaseId = HostileText.Link,
            },
        ],
        Relations = [new Employment(HostileText.Link, HostileText.Script, HostileText.Attribute)],
        Picture = HostileText.Link,
    };
}
