namespace AvayaCloud.Sandbox.Identity;

/// <summary>Sign-in with a password: the demo users, and users that a service app has created.</summary>
internal sealed class Accounts(DemoUsers demoUsers, PeopleStore people)
{
    public Person? Authenticate(string? username, string? password)
    {
        var demoUser = demoUsers.Find(username);
        var user = demoUser is null ? people.FindByEmail(username) : people.Find(demoUser.SpacesId);
        // A user without a password cannot sign in, also not without one.
        return user is not null && people.GetPassword(user) is { } expected && expected == password ? user : null;
    }
}
