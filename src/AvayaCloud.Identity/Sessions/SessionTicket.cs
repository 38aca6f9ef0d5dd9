using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace AvayaCloud.Identity;

/// <summary>
/// A session as the cookie handler's ticket: the person in the claims, which pages see; times and tokens in the properties, which stay
/// with the request.
/// </summary>
internal static class SessionTicket
{
    private const string Seed = "seed";
    private const string StartedAt = "started";
    private const string ActiveAt = "active";
    private const string Generation = "generation";
    private const string Access = "access";
    private const string Refresh = "refresh";
    private const string ObtainedAt = "obtained";
    private const string ExpiresAt = "expires";
    private const string Scope = "scope";
    private const string Subject = "subject";

    public static AuthenticationTicket Write(Session session)
    {
        var properties = new AuthenticationProperties();
        Write(session, properties);
        return new AuthenticationTicket(SessionClaims.ToPrincipal(session), properties, AvayaCloudDefaults.SessionScheme);
    }

    /// <summary>Replaces what changes during a session: its tokens and when the person was last active.</summary>
    public static void Write(Session session, AuthenticationProperties properties)
    {
        properties.Items[Seed] = session.Id.Seed;
        properties.Items[StartedAt] = Text(session.StartedAt);
        properties.Items[ActiveAt] = Text(session.ActiveAt);
        properties.Items[Generation] = session.Tokens.Generation.ToString(CultureInfo.InvariantCulture);
        properties.Items[Access] = session.Tokens.Access.Reveal();
        properties.Items[Refresh] = session.Tokens.Refresh?.Reveal();
        properties.Items[ObtainedAt] = Text(session.Tokens.ObtainedAt);
        properties.Items[ExpiresAt] = Text(session.Tokens.ExpiresAt);
        properties.Items[Scope] = session.Tokens.Terms.Scope;
        properties.Items[Subject] = session.Tokens.Terms.Subject;
    }

    /// <summary>Null when the ticket is none of ours.</summary>
    public static Session? Read(AuthenticationTicket ticket)
    {
        var items = ticket.Properties.Items;
        if (!SessionId.TryParseSeed(items.GetValueOrDefault(Seed), out var id)
            || !AccessToken.TryParse(items.GetValueOrDefault(Access), out var access)
            || !TryTime(items, StartedAt, out var started) || !TryTime(items, ActiveAt, out var active)
            || !TryTime(items, ObtainedAt, out var obtained) || !TryTime(items, ExpiresAt, out var expires)
            || !int.TryParse(items.GetValueOrDefault(Generation), CultureInfo.InvariantCulture, out var generation))
        {
            return null;
        }

        RefreshToken? refresh = RefreshToken.TryParse(items.GetValueOrDefault(Refresh), out var parsed) ? parsed : null;
        return new Session(id, SessionClaims.ToPerson(ticket.Principal), started, active, new TokenSet(
            generation, access, refresh, obtained, expires, new GrantTerms(items.GetValueOrDefault(Scope) ?? "", items.GetValueOrDefault(Subject) ?? "")));
    }

    private static string Text(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static bool TryTime(IDictionary<string, string?> items, string key, out DateTimeOffset time)
    {
        var read = items.TryGetValue(key, out var text) & long.TryParse(text, CultureInfo.InvariantCulture, out var seconds);
        time = read ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return read;
    }

    private static string? GetValueOrDefault(this IDictionary<string, string?> items, string key) => items.TryGetValue(key, out var value) ? value : null;
}
