namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Users who know each other: of the same company, or of the same space [docs D/api/users/users_userid_colleagues].</summary>
internal static class Colleagues
{
    public static bool Includes(SandboxState state, Person person, Person other) =>
        person.SpacesId == other.SpacesId
            || person.IsInCompanyOf(other)
            || state.Spaces.GetFor(other).Any(it => it.Space.Find(person) is not null);

    /// <summary>Sorted by name. A service app sees its own company only [seed 3].</summary>
    public static IReadOnlyList<Person> GetFor(ApiCall call)
    {
        var person = call.Person;
        var shared = call.IsServiceApp ? [] : call.State.Spaces.GetFor(person)
            .SelectMany(it => it.Space.Attendees)
            .Select(it => it.Person.SpacesId)
            .ToHashSet(StringComparer.Ordinal);
        return [.. call.State.People.All
            .Where(it => it.SpacesId != person.SpacesId && !it.IsAnonymous && (it.IsInCompanyOf(person) || shared.Contains(it.SpacesId)))
            .OrderBy(it => it.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(it => it.SpacesId, StringComparer.Ordinal)];
    }
}
