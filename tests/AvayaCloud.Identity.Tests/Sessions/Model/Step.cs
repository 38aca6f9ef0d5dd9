using System.Globalization;

namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>What can happen to a session in a day.</summary>
internal enum Event
{
    Request,
    ParallelRequests,
    LateRequest,
    AnswerToBrowserLost,
    RequestAborted,
    SlowRequest,
    SlowAnswersArrive,
    ApiRefusesToken,
    ProviderGoesDown,
    ProviderComesBack,
    ProviderIsSlow,
    ProviderIsSlowToAnswer,
    ProviderAnswers,
    RefreshAnswerLost,
    ReplicaRestarts,
    ClockIsSetForward,
    ClockIsSetBack,
    ClockIsSetRight,
    AMinutePasses,
    TokenIsNearlyOver,
    AnHourPasses,
    SignOut,
    EndedFromTheList,
}

/// <summary>What happens, and on which replica.</summary>
internal sealed record Step(Event Event, int Replica)
{
    // Common events are more frequent.
    private static readonly Event[] Deck =
    [
        .. Enum.GetValues<Event>(), Event.Request, Event.Request, Event.Request, Event.Request, Event.ParallelRequests, Event.LateRequest,
        Event.LateRequest,
        Event.AnswerToBrowserLost, Event.ApiRefusesToken, Event.SlowAnswersArrive, Event.ProviderComesBack, Event.ProviderAnswers,
        Event.ProviderAnswers,
        Event.ReplicaRestarts, Event.AMinutePasses, Event.AMinutePasses, Event.AMinutePasses, Event.TokenIsNearlyOver,
        Event.TokenIsNearlyOver,
        Event.TokenIsNearlyOver, Event.AnHourPasses,
    ];

    /// <summary>The number of different steps. They are numbers, because numbers shrink.</summary>
    public static int CountFor(int replicas) => Deck.Length * replicas;

    public static Step Of(int number) => new(Deck[number % Deck.Length], number / Deck.Length);

    /// <summary>Reads what a failure prints.</summary>
    public static Step Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return new Step(Enum.Parse<Event>(text[..at]), int.Parse(text.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }

    public override string ToString() => $"{Event}@{Replica}";
}
