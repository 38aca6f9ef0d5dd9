namespace AvayaCloud.Sandbox.Identity;

/// <summary>A way to sign in beside the Avaya Cloud account, in the order of seed 1, and whom it signs in here.</summary>
internal sealed record LoginMethod(string Id, string Name, Func<Cast, Person> Person)
{
    public static readonly IReadOnlyList<LoginMethod> All =
    [
        new("google", "Google account", cast => cast.Member),
        new("office365", "Office365 account", cast => cast.Guest),
        new("salesforce", "Salesforce account", cast => cast.Unnamed),
        new("avaya", "Avaya account", cast => cast.Admin),
    ];
}
