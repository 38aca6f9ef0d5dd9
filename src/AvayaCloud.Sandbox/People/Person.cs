namespace AvayaCloud.Sandbox.People;

/// <summary>Somebody known to both sides: the identity server under one id, Spaces under another [wire 2.12].</summary>
internal sealed record Person
{
    /// <summary>What is typed at the login page.</summary>
    public required string Login { get; init; }

    /// <summary>What the wire calls the user name; the same but for the hostile person.</summary>
    public required string Username { get; init; }

    /// <summary>admin, member, guest, unnamed, hostile; empty for colleagues, who cannot sign in.</summary>
    public string Part { get; init; } = "";

    public required string SpacesId { get; init; }

    public required string IdentityId { get; init; }

    /// <summary>
    /// Without an account: a guest of a day [docs D/api/users/anonymous_auth]. Whatever they call themselves, no address is theirs.
    /// </summary>
    public bool IsAnonymous { get; init; }

    public required PersonName Name { get; init; }

    public required string DisplayName { get; init; }

    public IReadOnlyList<Contact> Emails { get; init; } = [];

    public IReadOnlyList<Contact> Phones { get; init; } = [];

    public IReadOnlyList<PostalAddress> Addresses { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string Gender { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public IReadOnlyList<string> Permissions { get; init; } = [];

    public IReadOnlyList<Licence> Licences { get; init; } = [];

    public IReadOnlyList<Employment> Relations { get; init; } = [];

    /// <summary>A path on the sandbox, a whole address, or null for none.</summary>
    public string? Picture { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public bool HasEmail(string email) =>
        !IsAnonymous && (Same(Username, email) || Same(Login, email) || Emails.Any(it => Same(it.Value, email)));

    /// <summary>Employed by the same company.</summary>
    public bool IsColleagueOf(Person other) => Relations.Any(it => other.Relations.Any(theirs => theirs.CompanyId == it.CompanyId));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

internal sealed record PersonName(
    string Given, string Family, string Middle = "", string Prefix = "", string Suffix = "", string Formatted = "",
    string Pronunciation = "");

internal sealed record Contact(string Value, string Type = "", string Label = "", bool Primary = false, string RelationId = "");

internal sealed record PostalAddress(string Formatted, string Type);

internal sealed record Licence(string Service, DateTimeOffset Expiration, string Parent, bool Trial, string PurchaseId);

internal sealed record Employment(string RelationId, string CompanyId, string Kind);
