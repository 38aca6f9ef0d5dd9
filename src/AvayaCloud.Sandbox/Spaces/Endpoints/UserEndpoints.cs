namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Other users: colleagues, and users with whom the caller has a direct space [wire 4.1, 4.2].</summary>
internal static class UserEndpoints
{
    private const int MaxAddresses = 50;

    public static void Map(ApiRoutes api)
    {
        api.Get("/users/{userId}/colleagues", call => AsCaller(call, ListColleagues), scope: "users.search");
        api.Post("/users/{userId}/colleaguesbulk", call => AsCaller(call, FindColleagues), scope: "users.search.bulk");
        api.Get("/users/{userId}/people/withdm", call => AsCaller(call, ListDirectContacts));
        api.Post("/users/bulkupdate", BulkUpdate.Handle, scope: "accounts.users.bulk.write");
    }

    /// <summary>The user id of the path is "me" or that of the caller.</summary>
    private static IResult AsCaller(ApiCall call, Func<ApiCall, IResult> handle) =>
        call.Route("userId") == "me" || call.Route("userId") == call.Person.SpacesId
            ? handle(call)
            : ApiError.Forbidden("These are another user's.");

    private static IResult ListColleagues(ApiCall call)
    {
        var search = call.QuerySearch();
        // The id overrides the search [docs D/api/users/users_userid_colleagues].
        var found = Colleagues.GetFor(call).Where(
            it => call.Query("accountid") is { } id ? it.SpacesId == id : Matches(it, search));
        return NumberedPages.Create(call, [.. found], 10, it => UserJson.CreateColleague(it, call.Address));
    }

    /// <summary>At most fifty addresses; the rest is ignored, like unknown ones [docs A/api/users/users_userid_colleaguesbulk].</summary>
    private static IResult FindColleagues(ApiCall call)
    {
        if (call.Body is not JsonArray)
            return ApiError.BadRequest("The body is not an array of addresses.");
        var colleagues = Colleagues.GetFor(call);
        var found = call.Body.GetItems().Take(MaxAddresses).Select(it => it.GetString()).OfType<string>()
            .Select(email => colleagues.FirstOrDefault(it => it.HasEmail(email.Trim()))).OfType<Person>().DistinctBy(it => it.SpacesId);
        return Json.Result(new JsonObject { ["data"] = Json.List(found, it => UserJson.CreateColleague(it, call.Address)) });
    }

    /// <summary>Includes hidden direct spaces [docs D/api/users/users_userid_people_withdm].</summary>
    private static IResult ListDirectContacts(ApiCall call)
    {
        var search = call.QuerySearch();
        var people = call.State.Spaces.GetFor(call.Person).Where(it => it.Space.Kind == SpaceKind.Direct)
            .SelectMany(it => it.Space.Attendees).Select(it => it.Person)
            .Where(it => it.SpacesId != call.Person.SpacesId && Matches(it, search)).DistinctBy(it => it.SpacesId);
        return NumberedPages.Create(call, [.. people], 10, it => UserJson.CreateColleague(it, call.Address));
    }

    private static bool Matches(Person person, Func<string, bool> search) =>
        search(person.DisplayName) || search(person.Username) || person.Emails.Any(it => search(it.Value));
}
