using AvayaCloud.Spaces;

namespace SpacesPortal.ComponentTests.Support;

internal static class Some
{
    public const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Space> Spaces(int count) => Enumerable.Range(1, count).Select(number => new Space
    {
        Id = $"s{number}",
        Title = $"Space {number}",
        Kind = SpaceKind.Group,
        Role = SpaceRole.Member,
        Modified = Noon.AddHours(-number),
    });

    public static User Ada() => new()
    {
        Id = "5f04251caa4a347af9946e06",
        IdentityId = "agxzfm9uZXNuYTIwMTRy",
        Username = "ada@analytical.example",
        DisplayName = "Ada Lovelace",
        Name = new PersonName { Given = "Augusta Ada", Middle = "King", Family = "Lovelace", Prefix = "Lady" },
        Emails =
        [
            new Email { Value = "ada@home.example", Type = "home" },
            new Email { Value = "ada@analytical.example", Label = "work", IsPrimary = true, RelationDefinitionId = "r1" },
        ],
        Phones = [new Phone { Value = "+44 20 7946 0199", Type = "work" }],
        Addresses = [new Address { Street = "12 St James’s Square", Locality = "London" }],
        Languages = [new Language { Code = "fr" }, new Language { Code = "en-GB", IsPrimary = true }],
        TimeZone = "Europe/Paris",
        Licenses =
        [
            new License { ServiceType = "zangspaces_business", Expires = Noon.AddDays(17), ParentType = "company", IsTrial = true },
            new License { ServiceType = "spaces_power", Expires = new DateTimeOffset(2300, 5, 1, 16, 0, 0, TimeSpan.Zero) },
        ],
        Relations =
        [
            new Relation
            {
                DefinitionId = "r1",
                InitiatorId = "5697db96283a4708c4f786f6",
                InitiatorType = "company",
                RelationType = "employee",
            },
        ],
        Permissions = ["USERSELF_PERMISSION_GROUP", "IT_ADMIN_PERMISSION_GROUP", "ROBOT_KEEPER_PERMISSION_GROUP"],
        PictureUrl = "https://pictures.example/ada.png",
    };
}
