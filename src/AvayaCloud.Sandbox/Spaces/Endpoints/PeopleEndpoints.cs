namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Other people: colleagues, colleagues in bulk, those one has a direct space with [wire 4.1, 4.2].</summary>
internal static class PeopleEndpoints
{
    private const int MostInBulk = 50;

    public static void Map(ApiRoutes api)
    {
        api.Get("/users/{userId}/colleagues", call => OfOneself(call, Colleagues), scope: "users.search");
        api.Post("/users/{userId}/colleaguesbulk", call => OfOneself(call, InBulk), scope: "users.search.bulk");
        api.Get("/users/{userId}/people/withdm", call => OfOneself(call, WithDirect));
        api.Post("/users/bulkupdate", BulkUpdate.Answer, scope: "accounts.users.bulk.write");
    }

    /// <summary>"me", or one's own id.</summary>
    private static ApiAnswer OfOneself(ApiCall call, Func<ApiCall, ApiAnswer> answer) =>
        call.Route("userId") == "me" || call.Route("userId") == call.Person.SpacesId
            ? answer(call)
            : ApiAnswer.Forbidden("These are somebody else's.");

    private static ApiAnswer Colleagues(ApiCall call)
    {
        var search = call.Search();
        // The id overrides the search [docs D/api/users/users_userid_colleagues].
        bool Takes(Person it) => call.Query("accountid") is { Length: > 0 } id ? it.SpacesId == id : IsFound(it, search);
        return PagesByNumber.Of(call, [.. Known(call).Where(Takes)], 10, it => UserJson.Colleague(it, call.Address));
    }

    /// <summary>At most fifty addresses, the rest ignored; found ones only [docs A/api/users/users_userid_colleaguesbulk].</summary>
    private static ApiAnswer InBulk(ApiCall call)
    {
        if (call.Body is not JsonArray)
            return ApiAnswer.BadRequest("The body is not an array of addresses.");
        var known = Known(call);
        var found = call.Body.Items().Take(MostInBulk).Select(it => it.Text()).OfType<string>()
            .Select(email => known.FirstOrDefault(it => it.HasEmail(email.Trim()))).OfType<Person>().DistinctBy(it => it.SpacesId);
        return ApiAnswer.Ok(new JsonObject { ["data"] = Json.List(found, it => UserJson.Colleague(it, call.Address)) });
    }

    /// <summary>With direct history, hidden ones included [docs D/api/users/users_userid_people_withdm].</summary>
    private static ApiAnswer WithDirect(ApiCall call)
    {
        var search = call.Search();
        var people = call.State.Spaces.Of(call.Person).Where(it => it.Space.Kind == SpaceKind.Direct)
            .SelectMany(it => it.Space.Attendees).Select(it => it.Person)
            .Where(it => it.SpacesId != call.Person.SpacesId && IsFound(it, search)).DistinctBy(it => it.SpacesId);
        return PagesByNumber.Of(call, [.. people], 10, it => UserJson.Colleague(it, call.Address));
    }

    /// <summary>A service app sees its own company and nobody else [seed 3].</summary>
    private static IReadOnlyList<Person> Known(ApiCall call) =>
        call.Caller is Caller.ServiceApp
            ? [.. Acquaintance.Of(call.Person, call.State).Where(it => it.IsColleagueOf(call.Person))]
            : Acquaintance.Of(call.Person, call.State);

    private static bool IsFound(Person person, Func<string, bool> search) =>
        search(person.DisplayName) || search(person.Username) || person.Emails.Any(it => search(it.Value));
}
