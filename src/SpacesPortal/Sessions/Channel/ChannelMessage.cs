using System.Text.Json.Serialization;

namespace SpacesPortal.Sessions;

/// <summary>A message from the server to a page.</summary>
/// <param name="Type">signed-out, ended, changed, ask, renew or leaving.</param>
/// <param name="Spent">With renew: the generation whose tokens no longer serve.</param>
/// <param name="Reason">With ended: elsewhere, if another browser is known to have ended it.</param>
internal sealed record ChannelMessage([property: JsonPropertyName("say")] string Type, int? Spent = null, string? Reason = null)
{
    /// <summary>Signed out in this browser, in any tab and on any replica.</summary>
    public static readonly ChannelMessage SignedOut = new("signed-out");

    /// <summary>The user ended the session from another browser.</summary>
    public static readonly ChannelMessage EndedElsewhere = new("ended", Reason: "elsewhere");

    /// <summary>The session ended, as far as is known not by the user.</summary>
    public static readonly ChannelMessage Ended = new("ended");

    /// <summary>The browser now has another session than the page.</summary>
    public static readonly ChannelMessage Changed = new("changed");

    /// <summary>The socket came without the page's session. A request tells more, since a proxy may strip cookies from sockets.</summary>
    public static readonly ChannelMessage Ask = new("ask");

    /// <summary>This replica is stopping; the page should reconnect its circuit and this channel.</summary>
    public static readonly ChannelMessage Leaving = new("leaving");

    /// <summary>The message about the end of a session.</summary>
    public static ChannelMessage Of(SessionEndReason? reason) => reason switch
    {
        SessionEndReason.ByUser => SignedOut,
        SessionEndReason.Elsewhere => EndedElsewhere,
        SessionEndReason.Replaced => Changed,
        _ => Ended,
    };

    /// <summary>The page should send its cookie, for fresh tokens. Pages know the message as renew.</summary>
    public static ChannelMessage Refresh(int spent) => new("renew", spent);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChannelMessage))]
internal sealed partial class ChannelMessageJson : JsonSerializerContext;
