namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who knows whom: the same company, or once in the same space [docs D/api/users/users_userid_colleagues].</summary>
internal static class Acquaintance
{
    public static bool Of(Person one, Person other, SandboxState state) =>
        one.SpacesId == other.SpacesId || one.IsColleagueOf(other) || state.Spaces.Of(other).Any(it => it.Space.Find(one) is not null);

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Person> Of(Person person, SandboxState state)
    {
        var shared = state.Spaces.Of(person)
            .SelectMany(it => it.Space.Attendees)
            .Select(it => it.Person.SpacesId)
            .ToHashSet(StringComparer.Ordinal);
        return [.. state.People.All
            .Where(it => it.SpacesId != person.SpacesId && !it.IsAnonymous && (it.IsColleagueOf(person) || shared.Contains(it.SpacesId)))
            .OrderBy(it => it.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(it => it.SpacesId, StringComparer.Ordinal)];
    }
}
