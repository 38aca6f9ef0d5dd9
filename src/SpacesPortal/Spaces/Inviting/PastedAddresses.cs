using System.Net.Mail;

namespace SpacesPortal.Spaces;

/// <summary>E-mail addresses from a text field: one, or a pasted list that is separated by lines, commas, semicolons or blanks.</summary>
/// <param name="Valid">Each once.</param>
/// <param name="Invalid">What is not an address.</param>
internal sealed record PastedAddresses(IReadOnlyList<string> Valid, IReadOnlyList<string> Invalid)
{
    public const int MaxAddresses = 100;
    public const int MaxLength = 20_000;

    private static readonly char[] Separators = [',', ';', '\n', '\r', '\t', ' '];

    public static PastedAddresses Parse(string? text)
    {
        var parts = (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(it => it.Trim('<', '>'))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToLookup(IsAddress);
        return new PastedAddresses([.. parts[true]], [.. parts[false]]);
    }

    private static bool IsAddress(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
