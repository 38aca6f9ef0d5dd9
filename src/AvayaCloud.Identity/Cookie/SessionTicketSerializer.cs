namespace AvayaCloud.Identity;

/// <summary>
/// What the cookie seals: the session alone. Both of its ends are computed anew at each reading, so that nothing that renews a cookie can
/// move them.
/// </summary>
internal sealed class SessionTicketSerializer(SessionLifetime options) : IDataSerializer<AuthenticationTicket>
{
    public byte[] Serialize(AuthenticationTicket model) => SessionCodec.Encode(
        SessionTicket.Read(model.Properties)
        ?? throw new InvalidOperationException("The session cookie takes only tickets of the Avaya Cloud sign-in."));

    public AuthenticationTicket? Deserialize(byte[] data)
    {
        if (SessionCodec.Decode(data) is not { } session)
            return null;
        var ticket = SessionTicket.Of(session);
        ticket.Properties.IssuedUtc = session.ActiveAt;
        ticket.Properties.ExpiresUtc = options.EndOf(session.StartedAt, session.ActiveAt);
        return ticket;
    }
}
