using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>A request to the API: its caller, parameters and body.</summary>
internal sealed class ApiCall(HttpContext context, Caller caller, JsonNode? body, SandboxState state)
{
    private const string PinHeader = "spaces-x-space-password";

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(100);

    public HttpRequest Request => context.Request;
    public Caller Caller => caller;
    public Person Person => caller.Person;
    public SandboxState State => state;
    public PublicAddress Address { get; } = context.RequestServices.GetRequiredService<PublicAddress>();

    /// <summary>Null when the request has no body.</summary>
    public JsonNode? Body => body;
    public string? Pin => context.Request.Headers[PinHeader].FirstOrDefault();
    public bool IsGuest => caller is Caller.Guest;
    public bool IsServiceApp => caller is Caller.ServiceApp;

    public string Route(string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>Null when the parameter is absent or empty.</summary>
    public string? Query(string name) => context.Request.Query[name].LastOrDefault() is { Length: > 0 } value ? value : null;

    public int QueryNumber(string name, int fallback = 0) =>
        int.TryParse(Query(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number) : fallback;

    public bool QueryFlag(string name) => Query(name) is "true" or "1";

    /// <summary>Milliseconds since 1970 [wire 4.0].</summary>
    public DateTimeOffset? QueryTime(string name) =>
        long.TryParse(Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    /// <summary>A regular expression that matches anywhere in the text [wire 4.0]. That it ignores case is a [guess]. Without one, all
    /// texts match.</summary>
    public Func<string, bool> QuerySearch() => Query("search") is { } pattern
        ? new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout).IsMatch
        : _ => true;

    /// <summary>The size of a page: at most 50.</summary>
    public int PageSize(int fallback) => QueryNumber("size") is > 0 and var size ? Math.Min(size, 50) : fallback;
}
