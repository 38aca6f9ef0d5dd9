namespace AvayaCloud.Identity;

/// <summary>A session as the ticket of the cookie handler: the user in the claims, which pages see, and the session in the properties,
/// which stay with the request.</summary>
internal static class SessionTicket
{
    private const string Key = "session";

    public static AuthenticationTicket Create(Session session)
    {
        var properties = new AuthenticationProperties();
        properties.SetParameter(Key, session);
        return new AuthenticationTicket(SessionClaims.ToPrincipal(session), properties, AvayaCloudDefaults.SessionScheme);
    }

    /// <summary>For a renewed cookie. The handler copies only the text items of the properties.</summary>
    public static void Renew(Session session, AuthenticationProperties properties)
    {
        properties.SetParameter(Key, session);
        properties.Items[Key] = Convert.ToBase64String(session.Serialize());
    }

    /// <summary>Null for a ticket that is not from this library.</summary>
    public static Session? GetSession(AuthenticationProperties properties)
    {
        if (properties.GetParameter<Session>(Key) is { } session)
            return session;
        return properties.Items.TryGetValue(Key, out var text) && text is not null
            ? Session.Deserialize(Convert.FromBase64String(text))
            : null;
    }
}

/// <summary>The cookie's content: only the session. Its end is computed each time, so renewing a cookie cannot move it.</summary>
internal sealed class SessionTicketSerializer(SessionLifetime lifetime) : IDataSerializer<AuthenticationTicket>
{
    public byte[] Serialize(AuthenticationTicket model) => SessionTicket.GetSession(model.Properties)?.Serialize()
        ?? throw new InvalidOperationException("The session cookie only takes tickets of the Avaya Cloud sign-in.");

    public AuthenticationTicket? Deserialize(byte[] data)
    {
        if (Session.Deserialize(data) is not { } session)
            return null;
        var ticket = SessionTicket.Create(session);
        ticket.Properties.IssuedUtc = session.ActiveAt;
        ticket.Properties.ExpiresUtc = lifetime.EndOf(session.StartedAt, session.ActiveAt);
        return ticket;
    }
}
