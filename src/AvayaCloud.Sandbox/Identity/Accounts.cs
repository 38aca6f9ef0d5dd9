namespace AvayaCloud.Sandbox.Identity;

/// <summary>Sign-in with a password: the demo users, and users that a service app has created.</summary>
internal sealed class Accounts(DemoUsers demoUsers, PeopleStore people)
{
    /// <summary>The account as it is now: a service app may have changed or deleted it.</summary>
    public Person? Find(string? username) =>
        demoUsers.Find(username) is { } demoUser ? people.Find(demoUser.SpacesId) : people.FindByEmail(username);

    public Person? Authenticate(string? username, string? password)
    {
        var user = Find(username);
        // A user without a password cannot sign in, also not without one.
        return user is not null && people.GetPassword(user) is { } expected && expected == password ? user : null;
    }
}
