using AvayaCloud.Sandbox.ServiceApps;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Live;

/// <summary>The namespace <c>/chat</c>: authenticates a client that connects, and dispatches its events.</summary>
internal sealed class ChatNamespace(
    CallerAuthentication authentication, SandboxState state, SpaceChannels channels, ChatMessages messages, Presence presence)
{
    /// <summary>False for text that is not Socket.IO, after which the connection ends.</summary>
    public bool TryHandle(LiveSession session, string text, IQueryCollection handshake)
    {
        if (SocketPacket.Parse(text) is not { } packet)
            return false;
        switch (packet)
        {
            case { Type: SocketPacketType.Connect, Namespace: LiveSession.Namespace }:
                Connect(session, packet.Query, handshake);
                break;
            case { Type: SocketPacketType.Connect, Namespace: not "/" }:
                session.Reject(packet.Namespace, "Invalid namespace");
                break;
            case { Type: SocketPacketType.Disconnect }:
                session.Disconnect();
                break;
            case { Type: SocketPacketType.Event, Namespace: LiveSession.Namespace, Event: var (name, payload) }
                when session.Caller is { } caller:
                lock (state.Lock)
                    Dispatch(session, caller, name, payload as JsonObject ?? []);
                break;
        }

        return true;
    }

    private void Dispatch(LiveSession session, Caller caller, string name, JsonObject payload)
    {
        switch (name)
        {
            case "SUBSCRIBE_CHANNEL":
                channels.Subscribe(session, caller, payload);
                break;
            case "UNSUBSCRIBE_CHANNEL":
                SpaceChannels.Unsubscribe(session, payload);
                break;
            case "SEND_MESSAGE":
                messages.Send(session, caller, payload);
                break;
            case "SEND_PRESENCE_EVENT":
                presence.Send(session, caller, payload);
                break;
            case "SEND_MEDIA_SESSION_EVENTS":
                presence.SendMedia(session, caller, payload);
                break;
        }
    }

    /// <summary>The query of the packet comes before that of the handshake. Avaya's load test sends both [repo LT k6/src/chat.js]. A
    /// rejection is the error packet of Socket.IO 2 with the error of the API [guess].</summary>
    private void Connect(LiveSession session, string query, IQueryCollection handshake)
    {
        var own = QueryHelpers.ParseQuery(query);
        var token = own.TryGetValue("token", out var ownToken) ? ownToken.ToString() : handshake["token"].ToString();
        var type = own.TryGetValue("tokenType", out var ownType) ? ownType.ToString() : handshake["tokenType"].ToString();
        // The documented types are jwt and oauth [docs D/guides/socketio]; that of service apps is a [guess].
        var scheme = type.Equals("oauth", StringComparison.OrdinalIgnoreCase) ? "Bearer" : type;
        switch (authentication.Authenticate(scheme, token, out var error))
        {
            case null:
                session.Reject(LiveSession.Namespace, error.ToJson());
                break;
            case var caller when caller.HasScope(ServiceScopes.WebSocket):
                session.Connect(caller);
                break;
            default:
                var missing = $"The service app does not have the scope {ServiceScopes.WebSocket}.";
                session.Reject(LiveSession.Namespace, ApiError.Forbidden(missing, "scope.missing").ToJson());
                break;
        }
    }
}
