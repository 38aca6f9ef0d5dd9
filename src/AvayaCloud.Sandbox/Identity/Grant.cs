namespace AvayaCloud.Sandbox.Identity;

/// <summary>What one consent gave: every token that descends from it dies with it.</summary>
internal sealed class Grant(Person person, string clientId, IReadOnlyList<Scope> scopes, bool offline, bool isPublic)
{
    public Person Person { get; } = person;

    public string ClientId { get; } = clientId;

    public IReadOnlyList<Scope> Scopes { get; } = scopes;

    /// <summary>Comes with refresh tokens [seed 1: access_type=offline].</summary>
    public bool Offline { get; } = offline;

    /// <summary>Was redeemed without a secret, so may be refreshed without one.</summary>
    public bool IsPublic { get; } = isPublic;

    public bool IsRevoked { get; set; }
}
