namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Creates, changes and deletes accounts of the company, one to ten at a time [wire 4.7]. The documents do not show the response:
/// one result per operation, with a status like that of HTTP [guess].</summary>
internal static class BulkUpdate
{
    private const int MaxOperations = 10;

    public static IResult Handle(ApiCall call)
    {
        if (!call.IsServiceApp)
            return ApiError.Forbidden("Only service apps change accounts.");
        if (call.Body is not JsonArray { Count: >= 1 and <= MaxOperations } operations)
            return ApiError.BadRequest("The body is not an array of one to ten operations.");
        return Json.Result(new JsonObject { ["data"] = Json.List(operations, it => Run(call, new AccountOperation(it))) });
    }

    private static JsonObject Run(ApiCall call, AccountOperation operation)
    {
        var (status, message, person) = Apply(call, operation);
        var json = new JsonObject { ["action"] = operation.Action, ["email"] = operation.Email, ["status"] = status };
        if (message is not null)
            json["message"] = message;
        if (person is not null)
            json["user"] = UserJson.CreateColleague(person, call.Address);
        return json;
    }

    private static (int Status, string? Message, Person? Person) Apply(ApiCall call, AccountOperation operation)
    {
        if (operation.Validate() is { } error)
            return (400, error, null);
        var existing = call.State.People.FindByEmail(operation.Email);
        if (existing is not null && !existing.IsInCompanyOf(call.Person))
            return (403, "This account belongs to another company.", null);
        if (existing is null && !operation.Email.EndsWith("@" + Company.Domain, StringComparison.OrdinalIgnoreCase))
            return (403, "This address is in no domain of the company.", null);
        switch (operation.Action, existing)
        {
            case ("create", not null):
                return (409, "There is an account of this address.", null);
            case ("create" or "merge", null):
                var account = call.State.People.Company.CreatePerson(operation.Email, "", new PersonName("", ""), operation.Email);
                return (200, null, Save(call, operation, account));
            case (_, null):
                return (404, "There is no account of this address.", null);
            case ("delete", _):
                call.State.People.Remove(existing);
                return (200, null, null);
            case ("read", _):
                return (200, null, existing);
            default:
                return (200, null, Save(call, operation, existing));
        }
    }

    private static Person Save(ApiCall call, AccountOperation operation, Person account)
    {
        var changed = operation.ApplyTo(account, call.State.People.Company) with { Updated = call.State.Clock.Next() };
        call.State.People.Put(changed, operation.Password);
        call.State.Spaces.ReplacePerson(changed);
        return changed;
    }
}
