namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who calls. Whatever it is, Spaces knows it as a person: a service app by its service account [seed 3].</summary>
internal abstract record Caller(Person Person)
{
    /// <summary>Somebody signed in: they may whatever they may in the web client [seed 2].</summary>
    public sealed record User(Person Person) : Caller(Person);

    /// <summary>Without an account, by a guest token of a day [docs D/api/users/anonymous_auth].</summary>
    public sealed record Guest(Person Person) : Caller(Person);

    /// <summary>May what its scopes say, and no more [seed 3].</summary>
    public sealed record ServiceApp(Person Account, IReadOnlySet<string> Scopes) : Caller(Account);

    /// <summary>
    /// An app by a token for one space [wire 4.6]. What else than the token itself it may ask about is on no record [guess].
    /// </summary>
    public sealed record SpaceApp(Person Account) : Caller(Account)
    {
        public const string Scope = "(a space access token)";
    }

    /// <summary>People need no scope [seed 2]; service apps that of the endpoint, and there is no endpoint for them without one.</summary>
    public bool May(string? scope) => this switch
    {
        ServiceApp app => scope is not null && app.Scopes.Contains(scope),
        SpaceApp => scope == SpaceApp.Scope,
        _ => true,
    };
}
