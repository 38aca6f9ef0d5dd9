using AvayaCloud.Sandbox.ServiceApps;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Sandbox.Live;

/// <summary>The namespace's door, and who answers which event.</summary>
internal sealed class ChatNamespace(Callers callers, SpaceChannels channels, ChatMessages messages, Presence presence)
{
    /// <summary>False when the client speaks no Socket.IO: the connection ends.</summary>
    public async ValueTask<bool> TakeAsync(
        LiveSession session, string text, IQueryCollection handshake, CancellationToken cancellationToken)
    {
        if (SocketPacket.Read(text) is not { } packet)
            return false;
        switch (packet)
        {
            case { Type: SocketPacketType.Connect, Namespace: LiveSession.Namespace }:
                await EnterAsync(session, packet.Query, handshake, cancellationToken);
                break;
            case { Type: SocketPacketType.Connect, Namespace: not "/" }:
                session.Refuse(packet.Namespace, "Invalid namespace");
                break;
            case { Type: SocketPacketType.Disconnect }:
                session.Leave();
                break;
            case { Type: SocketPacketType.Event, Namespace: LiveSession.Namespace, Event: var (name, payload) }
                when session.Caller is { } caller:
                Answer(session, caller, name, payload as JsonObject ?? []);
                break;
        }

        return true;
    }

    private void Answer(LiveSession session, Caller caller, string name, JsonObject payload)
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
                presence.Tell(session, caller, payload);
                break;
            case "SEND_MEDIA_SESSION_EVENTS":
                presence.TellMedia(session, caller, payload);
                break;
        }
    }

    /// <summary>The packet's own query, or else that of the address: Avaya's load test sends both [repo LT k6/src/chat.js].</summary>
    private async ValueTask EnterAsync(LiveSession session, string query, IQueryCollection handshake, CancellationToken cancellationToken)
    {
        var own = QueryHelpers.ParseQuery(query);
        var token = own.TryGetValue("token", out var given) ? given.ToString() : handshake["token"].ToString();
        var type = own.TryGetValue("tokenType", out var named) ? named.ToString() : handshake["tokenType"].ToString();
        switch (await callers.ReadAsync(SchemeOf(type), token, cancellationToken))
        {
            case CallerReading.Known known when known.Caller.May(ServiceScopes.WebSocket):
                session.Enter(known.Caller);
                break;
            case CallerReading.Known:
                session.Refuse(
                    LiveSession.Namespace, Reason("scope.missing", $"The service app does not have the scope {ServiceScopes.WebSocket}."));
                break;
            case CallerReading.Refused refused:
                session.Refuse(LiveSession.Namespace, Reason(refused.Error, refused.Message));
                break;
        }
    }

    // What a refusal looks like is on no record [guess]: the error packet of Socket.IO 2 with the envelope of REST.
    private static JsonObject Reason(string code, string message) => new() { ["code"] = code, ["message"] = message };

    /// <summary>jwt and oauth [docs D/guides/socketio]; the word for service apps is past the cut of the docs [guess].</summary>
    private static string SchemeOf(string tokenType) =>
        string.Equals(tokenType, "oauth", StringComparison.OrdinalIgnoreCase) ? "Bearer" : tokenType;
}
