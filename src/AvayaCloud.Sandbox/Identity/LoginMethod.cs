using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>A way to sign in other than the Avaya Cloud account, in the order of seed 1, and the demo user that it signs in.</summary>
internal sealed record LoginMethod(string Id, string Name, Func<DemoUsers, Person> GetUser)
{
    public static readonly IReadOnlyList<LoginMethod> All =
    [
        new("google", "Google account", users => users.Member),
        new("office365", "Office365 account", users => users.Guest),
        new("salesforce", "Salesforce account", users => users.Unnamed),
        new("avaya", "Avaya account", users => users.Admin),
    ];
}
