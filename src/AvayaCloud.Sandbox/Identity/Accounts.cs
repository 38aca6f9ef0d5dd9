namespace AvayaCloud.Sandbox.Identity;

/// <summary>Who may sign in with a password: the demo people, and whom a service app made since.</summary>
internal sealed class Accounts(Cast cast, PeopleStore people)
{
    public Person? Check(string? username, string? password)
    {
        var known = cast.Find(username) is { } lead ? people.Find(lead.SpacesId) : people.FindByEmail(username);
        return known is not null && people.PasswordOf(known) is { } expected && Same(password ?? "", expected) ? known : null;
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
