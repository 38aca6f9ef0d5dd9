namespace AvayaCloud.Identity;

/// <summary>
/// A session as the cookie handler's ticket: the person in the claims, which pages see; all of it in the properties, which stay with the
/// request.
/// </summary>
internal static class SessionTicket
{
    private const string Key = "session";

    public static AuthenticationTicket Of(Session session)
    {
        var properties = new AuthenticationProperties();
        properties.SetParameter(Key, session);
        return new AuthenticationTicket(SessionClaims.ToPrincipal(session), properties, AvayaCloudDefaults.SessionScheme);
    }

    /// <summary>For a cookie that is renewed: the handler seals a copy of the properties, and copies nothing but text.</summary>
    public static void Renew(Session session, AuthenticationProperties properties)
    {
        properties.SetParameter(Key, session);
        properties.Items[Key] = Convert.ToBase64String(SessionCodec.Encode(session));
    }

    /// <summary>Null when the ticket is none of ours.</summary>
    public static Session? Read(AuthenticationProperties properties)
    {
        if (properties.GetParameter<Session>(Key) is { } session)
            return session;
        return properties.Items.TryGetValue(Key, out var text) && text is not null
            ? SessionCodec.Decode(Convert.FromBase64String(text))
            : null;
    }
}
