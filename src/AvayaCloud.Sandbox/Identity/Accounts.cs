namespace AvayaCloud.Sandbox.Identity;

/// <summary>Sign-in with a password: the demo users, and users that a service app has created.</summary>
internal sealed class Accounts(DemoUsers demoUsers, PeopleStore people)
{
    public Person? Authenticate(string? username, string? password)
    {
        var demoUser = demoUsers.Find(username);
        var user = demoUser is null ? people.FindByEmail(username) : people.Find(demoUser.SpacesId);
        return user is not null && people.GetPassword(user) == password ? user : null;
    }
}
