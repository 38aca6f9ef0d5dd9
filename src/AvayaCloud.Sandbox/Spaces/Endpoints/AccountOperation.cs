namespace AvayaCloud.Sandbox.Spaces;

/// <summary>One operation of a bulk update [wire 4.7].</summary>
internal sealed class AccountOperation(JsonNode? json)
{
    private const int MaxNamesLength = 380;
    private const string NotAllowedInNames = "|~!@#$%^&*()_+=<>?:;,.\"";

    public string Action => json.GetString("action") ?? "";
    public string Email => json.GetString("email") ?? "";
    public string? Password => json.GetString("password");

    /// <summary>Null when the operation is valid.</summary>
    public string? Validate()
    {
        var names = json.GetString("firstname") + json.GetString("lastname");
        string?[] phones = [json.GetString("cellphone"), json.GetString("workphone")];
        return this switch
        {
            { Action: not ("create" or "read" or "update" or "delete" or "merge") } => "The action is not known.",
            _ when !EmailAddress.IsValid(Email) => "The email is not an address.",
            { Action: "create", Password: null } => "A new account needs a password.",
            { Password.Length: < 4 or > 200 } => "The password has fewer than 4 or more than 200 characters.",
            _ when names.Length > MaxNamesLength || names.Any(NotAllowedInNames.Contains) =>
                "The names are too long or contain a character that is not allowed.",
            _ when phones.Any(it => it is { Length: > 0 } and not ['+', ..]) => "A phone number does not begin with +.",
            _ when json.GetString("license_type") is not (null or "" or "spaces_power" or "spaces_business") =>
                "The license_type is not known.",
            _ => null,
        };
    }

    public Person ApplyTo(Person person, Company company)
    {
        var name = person.Name with
        {
            Given = json.GetString("firstname") ?? person.Name.Given,
            Family = json.GetString("lastname") ?? person.Name.Family,
        };
        var display = $"{name.Given} {name.Family}".Trim();
        var phones = SetPhone(person.Phones, "mobile", json.GetString("cellphone"));
        IReadOnlyList<string> languages = person.Languages is [] ? ["en"] : person.Languages;
        return person with
        {
            Name = name,
            DisplayName = display.Length > 0 ? display : person.Username,
            Languages = json.GetString("language") is { } language ? [language] : languages,
            Phones = SetPhone(phones, "work", json.GetString("workphone")),
            Licences = json.GetString("license_type") switch
            {
                null => person.Licences,
                "" => [],
                var licence => [company.CreateLicence(licence, 1)],
            },
        };
    }

    // An absent number keeps the old one, an empty number deletes it.
    private static IReadOnlyList<Contact> SetPhone(IReadOnlyList<Contact> phones, string type, string? number)
    {
        if (number is null)
            return phones;
        var others = phones.Where(phone => phone.Type != type);
        return number.Length == 0 ? [.. others] : [.. others, new Contact(number, type)];
    }
}
