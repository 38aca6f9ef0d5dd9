namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A user as <c>/users/me</c> returns one: the members of seed 1, in its order.</summary>
internal static class UserJson
{
    public static JsonObject Create(Person person, PublicAddress address) => new()
    {
        ["name"] = Name(person.Name),
        ["aType"] = person.IsAnonymous ? "anonymous" : "user",
        ["permissions"] = Json.List(person.Permissions, it => it),
        ["_id"] = person.SpacesId,
        ["ndbid"] = person.IdentityId,
        ["addresses"] = Addresses(person),
        ["displayname"] = person.DisplayName,
        ["emails"] = Json.List(person.Emails, Email),
        ["gender"] = person.Gender,
        ["languages"] = new JsonArray(
            [.. person.Languages.Select((code, index) => new JsonObject { ["code"] = code, ["primary"] = index == 0 })]),
        ["lastupdatetime"] = Json.Time(person.Updated),
        ["licenses"] = Json.List(person.Licences, Licence),
        ["phone_numbers"] = Phones(person),
        ["relation_graphs"] = Json.List(person.Relations, Relation),
        ["timezone"] = person.TimeZone,
        ["username"] = person.Username,
        ["picturefile"] = person.Picture?.TrimStart('/') ?? "",
        ["picture_url"] = address.Picture(person.Picture),
        ["profile"] = new JsonObject
        {
            ["name"] = Name(person.Name),
            ["displayname"] = person.DisplayName,
            ["username"] = person.Username,
            ["phone_numbers"] = Phones(person),
            ["picture_url"] = address.Picture(person.Picture),
            ["addresses"] = Addresses(person),
            ["gender"] = person.Gender,
        },
    };

    /// <summary>A user as others see one [docs A/api/users/users_userid_colleaguesbulk].</summary>
    public static JsonObject CreateColleague(Person person, PublicAddress address) => new()
    {
        ["_id"] = person.SpacesId,
        ["aType"] = "user",
        ["displayname"] = person.DisplayName,
        ["username"] = person.Username,
        ["picturefile"] = person.Picture?.TrimStart('/') ?? "",
        ["picture_url"] = address.Picture(person.Picture),
        ["emails"] = Json.List(person.Emails, it => new JsonObject { ["primary"] = it.Primary, ["value"] = it.Value }),
        ["phone_numbers"] = Phones(person),
        ["name"] = Name(person.Name),
    };

    public static string AttendeeType(Person person) => person.IsAnonymous ? "anonymousId" : "userId";

    private static JsonObject Name(PersonName name) => new()
    {
        ["familyname"] = name.Family,
        ["formatted"] = name.Formatted,
        ["givenname"] = name.Given,
        ["honorific_prefix"] = name.Prefix,
        ["honorific_suffix"] = name.Suffix,
        ["middlename"] = name.Middle,
        ["pronunciation"] = name.Pronunciation,
        ["pronunciation_url"] = "",
    };

    private static JsonObject Email(Contact email) => new()
    {
        ["value"] = email.Value,
        ["type"] = email.Type,
        ["primary"] = email.Primary,
        ["label"] = email.Label,
        ["relationdef_id"] = email.RelationId,
    };

    // Only empty lists of phone numbers are documented. Their members are those of an email [guess].
    private static JsonArray Phones(Person person) => Json.List(person.Phones, phone => new JsonObject
    {
        ["value"] = phone.Value,
        ["type"] = phone.Type,
        ["primary"] = phone.Primary,
        ["label"] = phone.Label,
    });

    private static JsonArray Addresses(Person person) =>
        Json.List(person.Addresses, it => new JsonObject { ["formatted"] = it.Formatted, ["type"] = it.Type });

    private static JsonObject Licence(Licence licence) => new()
    {
        ["service_type"] = licence.Service,
        ["product_type"] = "zangspaces",
        ["expiration"] = Json.Time(licence.Expiration),
        ["parent_type"] = licence.Parent,
        ["trial"] = licence.Trial,
        ["purchased_license_ndbid"] = licence.PurchaseId,
    };

    private static JsonObject Relation(Employment relation) => new()
    {
        ["relationdef_id"] = relation.RelationId,
        ["initiator_id"] = relation.CompanyId,
        ["initiator_type"] = "company",
        ["relation_type"] = relation.Kind,
    };
}
