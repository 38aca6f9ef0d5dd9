using System.Text;
using Microsoft.AspNetCore.Authentication;

namespace AvayaCloud.Identity;

/// <summary>
/// The cookie's content, in the fewest bytes: the framework's serializer writes claim types, issuers and property names out in full,
/// which with two tokens comes to twice the size. Both ends of the session are computed anew at each reading, so that nothing that
/// renews a cookie can move them.
/// </summary>
internal sealed class SessionTicketSerializer(SessionLifetime options) : IDataSerializer<AuthenticationTicket>
{
    private const byte Version = 2;

    public byte[] Serialize(AuthenticationTicket model)
    {
        var session = SessionTicket.Read(model) ?? throw new InvalidOperationException("The session cookie takes only tickets of the Avaya Cloud sign-in.");
        using var stream = new MemoryStream(512);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            writer.Write(Version);
            writer.Write(session.Id.Seed!);
            writer.Write7BitEncodedInt64(session.StartedAt.ToUnixTimeSeconds());
            writer.Write7BitEncodedInt64(session.ActiveAt.ToUnixTimeSeconds());
            writer.Write(session.Person.UserId);
            writer.Write(session.Person.IdentityId ?? "");
            writer.Write(session.Person.Name);
            writer.Write(session.Person.Email ?? "");
            writer.Write(session.Person.PictureUrl ?? "");
            TokenSetCodec.Write(writer, session.Tokens);
        }

        return stream.ToArray();
    }

    public AuthenticationTicket? Deserialize(byte[] data)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(data, writable: false), Encoding.UTF8);
            return reader.ReadByte() == Version && Read(reader) is { } session ? Ticket(session) : null;
        }
        catch (Exception notOurs) when (notOurs is IOException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private AuthenticationTicket Ticket(Session session)
    {
        var ticket = SessionTicket.Write(session);
        ticket.Properties.IssuedUtc = session.ActiveAt;
        ticket.Properties.ExpiresUtc = options.EndOf(session.StartedAt, session.ActiveAt);
        return ticket;
    }

    private static Session? Read(BinaryReader reader)
    {
        if (!SessionId.TryParseSeed(reader.ReadString(), out var id))
            return null;
        var started = DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64());
        var active = DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64());
        var person = new Person(reader.ReadString(), OrNull(reader.ReadString()), reader.ReadString(), OrNull(reader.ReadString()), OrNull(reader.ReadString()));
        return TokenSetCodec.Read(reader) is { } tokens ? new Session(id, person, started, active, tokens) : null;
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
