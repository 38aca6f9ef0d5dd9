using System.Text.Json.Serialization;

namespace SpacesPortal.Sessions;

/// <summary>What the server says to a page.</summary>
/// <param name="Say">signed-out, ended, changed, ask, renew or leaving.</param>
/// <param name="Spent">With renew: the generation that is no longer enough.</param>
/// <param name="Reason">With ended: elsewhere, where it is known that another browser did it.</param>
internal sealed record ChannelMessage(string Say, int? Spent = null, string? Reason = null)
{
    /// <summary>Signed out in this browser, in whichever tab and on whichever replica.</summary>
    public static readonly ChannelMessage SignedOut = new("signed-out");

    /// <summary>The session is over, by the person in another browser.</summary>
    public static readonly ChannelMessage EndedElsewhere = new("ended", Reason: "elsewhere");

    /// <summary>The session is over, and no person ended it as far as is known.</summary>
    public static readonly ChannelMessage Ended = new("ended");

    /// <summary>The browser's session is another than the page's.</summary>
    public static readonly ChannelMessage Changed = new("changed");

    /// <summary>The socket came without the page's session. A request says more: something between may keep cookies from sockets.</summary>
    public static readonly ChannelMessage Ask = new("ask");

    /// <summary>This replica stops; circuits and this channel are to be had elsewhere.</summary>
    public static readonly ChannelMessage Leaving = new("leaving");

    /// <summary>What the pages of a session are told of its end.</summary>
    public static ChannelMessage Of(SessionEndReason? why) => why switch
    {
        SessionEndReason.ByPerson => SignedOut,
        SessionEndReason.Elsewhere => EndedElsewhere,
        SessionEndReason.Replaced => Changed,
        _ => Ended,
    };

    /// <summary>Send the cookie, for fresh tokens.</summary>
    public static ChannelMessage Renew(int spent) => new("renew", spent);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChannelMessage))]
internal sealed partial class ChannelMessageJson : JsonSerializerContext;
