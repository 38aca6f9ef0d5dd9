namespace AvayaCloud.Sandbox;

/// <summary>One way in which an answer can go wrong.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>This answer instead of the real one; the call has no effect.</summary>
    public static Fault Answer(int status, string body = "", string contentType = "application/json", TimeSpan? retryAfter = null) =>
        new Instead(status, body, contentType, retryAfter);

    /// <summary>429, with Retry-After where given.</summary>
    public static Fault Limited(TimeSpan? retryAfter = null) =>
        Answer(429, Envelope("rate.limited", "Too many requests"), retryAfter: retryAfter);

    public static Fault ServerError(int status = 503) => Answer(status, Envelope("server.error", "Something went wrong"));

    /// <summary>The page of some proxy where JSON was expected.</summary>
    public static Fault Html(int status = 502) =>
        Answer(status, "<!DOCTYPE html><title>Bad gateway</title><h1>Bad gateway</h1>", "text/html");

    /// <summary>The call takes effect, the answer comes this much later.</summary>
    public static Fault Late(TimeSpan delay) => new Delayed(delay);

    /// <summary>The call takes effect, and the connection breaks in the middle of the answer.</summary>
    public static Fault Cut() => new CutShort();

    /// <summary>The call takes effect, and no byte of the answer arrives.</summary>
    public static Fault Lost() => new LostAnswer();

    /// <summary>The call takes effect, and its answer says it differently: another body, status or content type.</summary>
    public static Fault Changed(Func<string, string>? body = null, int? status = null, string? contentType = null) =>
        new Retold(body ?? (it => it), status, contentType);

    /// <summary>The connection breaks before the call has any effect.</summary>
    public static Fault Drop() => new Dropped();

    private static string Envelope(string code, string message) => $$"""{"code":"{{code}}","message":"{{message}}"}""";

    internal sealed record Instead(int Status, string Body, string ContentType, TimeSpan? RetryAfter) : Fault;

    internal sealed record Delayed(TimeSpan Delay) : Fault;

    internal sealed record CutShort : Fault;

    internal sealed record LostAnswer : Fault;

    internal sealed record Retold(Func<string, string> Body, int? Status, string? ContentType) : Fault;

    internal sealed record Dropped : Fault;

    internal sealed record Held(HeldAnswer Answers, bool BeforeEffect) : Fault;

    internal string Name => this switch
    {
        Instead it => $"answer {it.Status}",
        Delayed it => $"late by {it.Delay.TotalSeconds:0.###} s",
        CutShort => "cut answer",
        LostAnswer => "lost answer",
        Retold => "changed answer",
        Dropped => "dropped connection",
        Held { BeforeEffect: true } => "held call",
        _ => "held answer",
    };
}
