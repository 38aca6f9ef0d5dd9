namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who calls the API. Each caller is a person for Spaces: a service app is its service account [seed 3].</summary>
internal abstract record Caller(Person Person)
{
    /// <summary>A signed-in user, who may do here what the user may do in the web client [seed 2].</summary>
    public sealed record User(Person Person) : Caller(Person);

    /// <summary>A guest without an account, by a token that is valid for a day [docs D/api/users/anonymous_auth].</summary>
    public sealed record Guest(Person Person) : Caller(Person);

    /// <summary>May call the endpoints of its scopes only [seed 3].</summary>
    public sealed record ServiceApp(Person Account, IReadOnlySet<string> Scopes) : Caller(Account);

    /// <summary>An app with a token for one space [wire 4.6]. It may ask about its own token only [guess].</summary>
    public sealed record SpaceApp(Person Account) : Caller(Account)
    {
        public const string Scope = "(a space access token)";
    }

    /// <summary>Users need no scope [seed 2].</summary>
    public bool HasScope(string? scope) => this switch
    {
        ServiceApp app => scope is not null && app.Scopes.Contains(scope),
        SpaceApp => scope == SpaceApp.Scope,
        _ => true,
    };
}
