namespace AvayaCloud.Sandbox.Spaces;

internal static class EmailAddress
{
    private const int MaxLength = 254;

    public static bool IsValid(string text) =>
        text.Length <= MaxLength
            && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && at < text.Length - 1
            && !text.Any(it => char.IsWhiteSpace(it) || char.IsControl(it));

    public static bool HaveSameDomain(string one, string other) =>
        GetDomain(one).Equals(GetDomain(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> GetDomain(string email) => email.AsSpan(email.LastIndexOf('@') + 1);
}
