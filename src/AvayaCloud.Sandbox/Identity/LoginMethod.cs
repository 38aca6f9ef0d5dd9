namespace AvayaCloud.Sandbox.Identity;

/// <summary>A way to sign in other than the Avaya Cloud account, in the order of seed 1, and the demo user that it signs in.</summary>
public sealed record LoginMethod(string Id, string Name, string Username)
{
    internal static IReadOnlyList<LoginMethod> Create(DemoUsers users) =>
    [
        new("google", "Google account", users.Member.Login),
        new("office365", "Office365 account", users.Guest.Login),
        new("salesforce", "Salesforce account", users.Unnamed.Login),
        new("avaya", "Avaya account", users.Admin.Login),
    ];
}
