namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// Accounts of the company made, changed and deleted, one to ten at a time [wire 4.7]. What the answer looks like is cut from the
/// docs: one result per operation with a status like HTTP's [guess].
/// </summary>
internal static class BulkUpdate
{
    private const int Most = 10;
    private const int LongestNames = 380;
    private const string NotInNames = "|~!@#$%^&*()_+=<>?:;,.\"";

    private static readonly string[] Phones = ["cellphone", "workphone"];

    public static ApiAnswer Answer(ApiCall call)
    {
        if (call.Caller is not Caller.ServiceApp)
            return ApiAnswer.Forbidden("Only service apps change accounts.");
        if (call.Body is not JsonArray { Count: >= 1 and <= Most } operations)
            return ApiAnswer.BadRequest("The body is not an array of one to ten operations.");
        return ApiAnswer.Ok(new JsonObject { ["data"] = new JsonArray([.. operations.Select(it => Result(call, it))]) });
    }

    private static JsonObject Result(ApiCall call, JsonNode? operation)
    {
        var (action, email) = (operation.Text("action") ?? "", operation.Text("email") ?? "");
        var (status, message, person) = Run(call, operation, action, email);
        var json = new JsonObject { ["action"] = action, ["email"] = email, ["status"] = status };
        if (message is not null)
            json["message"] = message;
        if (person is not null)
            json["user"] = UserJson.Colleague(person, call.Address);
        return json;
    }

    private static (int Status, string? Message, Person? Person) Run(ApiCall call, JsonNode? operation, string action, string email)
    {
        if (Mistake(operation, action, email) is { } mistake)
            return (400, mistake, null);
        var known = call.State.People.FindByEmail(email);
        if (known is not null && !known.IsColleagueOf(call.Person))
            return (403, "This account belongs to another company.", null);
        if (known is null && !email.EndsWith("@" + Company.Domain, StringComparison.OrdinalIgnoreCase))
            return (403, "This address is in no domain of the company.", null);
        return (action, known) switch
        {
            ("create", not null) => (409, "There is an account of this address.", null),
            ("create" or "merge", null) => (200, null, Create(call, operation, email)),
            (_, null) => (404, "There is no account of this address.", null),
            ("delete", _) => Delete(call, known),
            ("read", _) => (200, null, known),
            _ => (200, null, Update(call, operation, known)),
        };
    }

    private static string? Mistake(JsonNode? operation, string action, string email)
    {
        var names = (operation.Text("firstname") ?? "") + (operation.Text("lastname") ?? "");
        if (action is not ("create" or "read" or "update" or "delete" or "merge"))
            return "The action is not known.";
        if (!InviteReading.IsAddress(email))
            return "The email is no address.";
        if (action == "create" && operation.Text("password") is null)
            return "A new account needs a password.";
        if (operation.Text("password") is { Length: < 4 or > 200 })
            return "The password has fewer than 4 or more than 200 characters.";
        if (names.Length > LongestNames || names.Any(NotInNames.Contains))
            return "The names are too long or hold a sign that names do not have.";
        if (Phones.Select(operation.Text).Any(it => it is { Length: > 0 } and not ['+', ..]))
            return "A phone number does not begin with +.";
        return operation.Text("license_type") is null or "" or "spaces_power" or "spaces_business"
            ? null
            : "The license_type is not known.";
    }

    private static Person Create(ApiCall call, JsonNode? operation, string email)
    {
        var company = call.State.People.Company;
        var person = company.CreatePerson(email, "", new PersonName("", ""), email) with { Updated = call.State.Clock.Next() };
        return Put(call, operation, person);
    }

    private static Person Update(ApiCall call, JsonNode? operation, Person known) =>
        Put(call, operation, known with { Updated = call.State.Clock.Next() });

    private static (int, string?, Person?) Delete(ApiCall call, Person known)
    {
        call.State.People.Remove(known);
        return (200, null, null);
    }

    private static Person Put(ApiCall call, JsonNode? operation, Person person)
    {
        var name = person.Name with
        {
            Given = operation.Text("firstname") ?? person.Name.Given,
            Family = operation.Text("lastname") ?? person.Name.Family,
        };
        var display = $"{name.Given} {name.Family}".Trim();
        var mobile = WithPhone(person.Phones, "mobile", operation.Text("cellphone"));
        var changed = person with
        {
            Name = name,
            DisplayName = display.Length > 0 ? display : person.Username,
            Languages = operation.Text("language") is { } language ? [language] : Known(person.Languages),
            Phones = WithPhone(mobile, "work", operation.Text("workphone")),
            Licences = operation.Text("license_type") switch
            {
                null => person.Licences,
                "" => [],
                var licence => [call.State.People.Company.CreateLicence(licence, 1)],
            },
        };
        call.State.People.Put(changed, operation.Text("password"));
        call.State.Spaces.Replace(changed);
        return changed;
    }

    private static IReadOnlyList<string> Known(IReadOnlyList<string> languages) => languages is [] ? ["en"] : languages;

    // An absent number leaves the old one, an empty number deletes it.
    private static IReadOnlyList<Contact> WithPhone(IReadOnlyList<Contact> phones, string type, string? number)
    {
        if (number is null)
            return phones;
        var others = phones.Where(phone => phone.Type != type);
        return number.Length == 0 ? [.. others] : [.. others, new Contact(number, type)];
    }
}
