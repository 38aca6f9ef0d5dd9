using System.Globalization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AvayaCloud.Identity;

/// <summary>
/// Reads <c>expires_in</c>, in seconds. Providers write it as a whole number, as a fraction, with an exponent, or as any of these in
/// quotes; all of them mean the same.
/// </summary>
internal static class TokenLifetime
{
    // RFC 6749 section 5.1 recommends expires_in; [seed 1] says an hour.
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>False for what is no number, and for less than a second or over a year.</summary>
    public static bool TryRead(JsonElement json, out TimeSpan lifetime)
    {
        lifetime = Usual;
        if (!json.Has(OpenIdConnectParameterNames.ExpiresIn))
            return true;
        if (Seconds(json, OpenIdConnectParameterNames.ExpiresIn) is not { } seconds || !(seconds >= 1 && seconds <= Longest.TotalSeconds))
            return false;
        lifetime = TimeSpan.FromSeconds(Math.Floor(seconds));
        return true;
    }

    private static double? Seconds(JsonElement json, string name)
    {
        if (json.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number))
            return number;
        return double.TryParse(json.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var quoted) ? quoted : null;
    }
}
