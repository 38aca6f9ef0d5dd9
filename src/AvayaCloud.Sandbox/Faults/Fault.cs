namespace AvayaCloud.Sandbox;

/// <summary>One way in which a request can fail.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Responds with this instead; the request has no effect.</summary>
    public static Fault Respond(int status, string body = "", string contentType = "application/json", TimeSpan? retryAfter = null) =>
        new Response(status, body, contentType, retryAfter);

    public static Fault TooManyRequests(TimeSpan? retryAfter = null) =>
        Respond(429, CreateError("rate.limited", "Too many requests"), retryAfter: retryAfter);

    public static Fault ServerError(int status = 503) => Respond(status, CreateError("server.error", "Something went wrong"));

    /// <summary>A proxy's page where JSON was expected.</summary>
    public static Fault Html(int status = 502) =>
        Respond(status, "<!DOCTYPE html><title>Bad gateway</title><h1>Bad gateway</h1>", "text/html");

    /// <summary>The request takes effect; the response is sent this much later.</summary>
    public static Fault Delay(TimeSpan delay) => new DelayedResponse(delay);

    /// <summary>The request takes effect; the connection is closed in the middle of the response.</summary>
    public static Fault TruncateResponse() => new TruncatedResponse();

    /// <summary>The request takes effect; the connection is closed before the response.</summary>
    public static Fault DropResponse() => new DroppedResponse();

    /// <summary>The request takes effect; its response gets another body, status or content type.</summary>
    public static Fault RewriteResponse(Func<string, string>? body = null, int? status = null, string? contentType = null) =>
        new RewrittenResponse(body ?? (it => it), status, contentType);

    /// <summary>The connection is closed before the request has any effect.</summary>
    public static Fault DropRequest() => new DroppedRequest();

    private static string CreateError(string code, string message) => $$"""{"code":"{{code}}","message":"{{message}}"}""";

    internal sealed record Response(int Status, string Body, string ContentType, TimeSpan? RetryAfter) : Fault;

    internal sealed record DelayedResponse(TimeSpan Duration) : Fault;

    internal sealed record TruncatedResponse : Fault;

    internal sealed record DroppedResponse : Fault;

    internal sealed record RewrittenResponse(Func<string, string> Body, int? Status, string? ContentType) : Fault;

    internal sealed record DroppedRequest : Fault;

    internal sealed record Held(HeldRequest Request, bool BeforeEffect) : Fault;

    internal string Name => this switch
    {
        Response it => $"response {it.Status}",
        DelayedResponse it => $"response delayed by {it.Duration.TotalSeconds:0.###} s",
        TruncatedResponse => "truncated response",
        DroppedResponse => "dropped response",
        RewrittenResponse => "rewritten response",
        DroppedRequest => "dropped connection",
        Held { BeforeEffect: true } => "held request",
        _ => "held response",
    };
}
