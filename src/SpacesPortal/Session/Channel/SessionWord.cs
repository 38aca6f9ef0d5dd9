using System.Text.Json.Serialization;

namespace SpacesPortal.Session.Channel;

/// <summary>What the server says to a page.</summary>
/// <param name="Say">signed-out, ended, changed, renew or leaving.</param>
/// <param name="Spent">With renew: the generation that is no longer enough.</param>
internal sealed record SessionWord(string Say, int? Spent = null)
{
    /// <summary>Signed out, in whichever tab, browser or replica.</summary>
    public static readonly SessionWord SignedOut = new("signed-out");

    /// <summary>The session is over, and no person ended it.</summary>
    public static readonly SessionWord Ended = new("ended");

    /// <summary>The browser's session is another than the page's.</summary>
    public static readonly SessionWord Changed = new("changed");

    /// <summary>This replica stops; circuits and this channel are to be had elsewhere.</summary>
    public static readonly SessionWord Leaving = new("leaving");

    /// <summary>Send the cookie, for fresh tokens.</summary>
    public static SessionWord Renew(int spent) => new("renew", spent);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionWord))]
internal sealed partial class SessionWords : JsonSerializerContext;
