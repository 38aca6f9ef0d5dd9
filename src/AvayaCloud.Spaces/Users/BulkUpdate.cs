using System.Buffers;

namespace AvayaCloud.Spaces;

/// <summary>Creates, reads, changes or deletes one account; null is not sent [docs D/api/accounts/accounts_bulkupdate].</summary>
public sealed record BulkOperation
{
    public const int MaxPerCall = 10;

    private const int MaxNamesLength = 380;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("|~!@#$%^&*()_+=<>?:;,.\"");
    private static readonly string[] Actions = ["create", "read", "update", "delete", "merge"];

    private BulkOperation(string action, string email)
    {
        Action = action;
        Email = email;
    }

    [JsonPropertyName("action")]
    public string Action { get; }

    /// <summary>In a domain of the service app's own company.</summary>
    [JsonPropertyName("email")]
    public string Email { get; }

    /// <summary>4 to 200 characters; required for a new account.</summary>
    [JsonPropertyName("password")] public string? Password { get; init; }
    [JsonPropertyName("firstname")] public string? GivenName { get; init; }
    [JsonPropertyName("lastname")] public string? FamilyName { get; init; }
    [JsonPropertyName("language")] public string? Language { get; init; }

    /// <summary>Starts with a plus.</summary>
    [JsonPropertyName("cellphone")] public string? MobilePhone { get; init; }
    [JsonPropertyName("workphone")] public string? WorkPhone { get; init; }

    /// <summary><c>spaces_power</c> or <c>spaces_business</c>; empty removes the licence.</summary>
    [JsonPropertyName("license_type")] public string? License { get; init; }

    public static BulkOperation Create(string email, string password) => new("create", email) { Password = password };

    public static BulkOperation Read(string email) => new("read", email);

    public static BulkOperation Update(string email) => new("update", email);

    public static BulkOperation Delete(string email) => new("delete", email);

    /// <summary>Changes the account, or creates it.</summary>
    public static BulkOperation Merge(string email) => new("merge", email);

    // Without the password.
    public override string ToString() => $"{Action} {Email}";

    /// <returns>Why Avaya would reject the operation, or null.</returns>
    internal string? Validate() => this switch
    {
        _ when !Actions.Contains(Action, StringComparer.Ordinal) => "The action is unknown.",
        _ when Email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] => "The email address is invalid.",
        { Action: "create", Password: null } => "A new account needs a password.",
        { Password.Length: < 4 or > 200 } => "The password has fewer than 4 or more than 200 characters.",
        _ when (GivenName + FamilyName).Length > MaxNamesLength => "The names are longer than 380 characters together.",
        _ when (GivenName + FamilyName).AsSpan().ContainsAny(ForbiddenInNames) => "The names contain a character that is not allowed.",
        { MobilePhone: { Length: > 0 } and not ['+', ..] } or { WorkPhone: { Length: > 0 } and not ['+', ..] } =>
            "A phone number does not start with a plus.",
        { License: not (null or "" or "spaces_power" or "spaces_business") } => "The license is neither spaces_power nor spaces_business.",
        _ => null,
    };
}

/// <summary>The result of one operation. Its shape is a [guess], because the docs are cut off before it [wire 4.7].</summary>
public sealed record BulkResult : IIdentified
{
    [JsonPropertyName("email")] public string Email { get; init => field = value ?? ""; } = "";
    [JsonPropertyName("action")] public string? Action { get; init; }

    /// <summary>An HTTP status.</summary>
    [JsonPropertyName("status")] public long? Status { get; init; }
    [JsonPropertyName("message")] public string? Message { get; init; }
    [JsonPropertyName("user"), JsonConverter(typeof(LenientObject<User>))] public User? User { get; init; }

    [JsonIgnore]
    public bool IsDone => Status is >= 200 and < 300;

    string IIdentified.Id => Email;
}
