using AvayaCloud.Sandbox.People;

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

    /// <summary>People need no scope [seed 2]; service apps that of the endpoint, and there is no endpoint for them without one.</summary>
    public bool May(string? scope) => this is not ServiceApp app || (scope is not null && app.Scopes.Contains(scope));
}
