namespace AvayaCloud.Sandbox.People;

/// <summary>A user account. The identity server and Spaces know it by different ids [wire 2.12].</summary>
internal sealed record Person
{
    /// <summary>The name for the login page.</summary>
    public required string Login { get; init; }

    /// <summary>The user name in API responses. Differs from the login only for the hostile user.</summary>
    public required string Username { get; init; }

    /// <summary>admin, member, guest, unnamed or hostile. Empty for users who cannot sign in.</summary>
    public string Role { get; init; } = "";
    public required string SpacesId { get; init; }
    public required string IdentityId { get; init; }

    /// <summary>A guest without an account [docs D/api/users/anonymous_auth]. The user name that a guest chooses is not an
    /// address.</summary>
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

    /// <summary>A path of the sandbox, an absolute address, or null.</summary>
    public string? Picture { get; init; }
    public required DateTimeOffset Updated { get; init; }

    public bool HasEmail(string email) =>
        !IsAnonymous && Emails.Select(it => it.Value).Append(Username).Append(Login).Contains(email, StringComparer.OrdinalIgnoreCase);

    /// <summary>Both are employed by the same company.</summary>
    public bool IsInCompanyOf(Person other) =>
        Relations.Select(it => it.CompanyId).Intersect(other.Relations.Select(it => it.CompanyId), StringComparer.Ordinal).Any();
}

internal sealed record PersonName(
    string Given, string Family, string Middle = "", string Prefix = "", string Suffix = "", string Formatted = "",
    string Pronunciation = "");

internal sealed record Contact(string Value, string Type = "", string Label = "", bool Primary = false, string RelationId = "");

internal sealed record PostalAddress(string Formatted, string Type);

internal sealed record Licence(string Service, DateTimeOffset Expiration, string Parent, bool Trial, string PurchaseId);

internal sealed record Employment(string RelationId, string CompanyId, string Kind);
