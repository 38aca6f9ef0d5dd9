using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>One call as an endpoint sees it: who, on what, saying what.</summary>
internal sealed class ApiCall(HttpContext context, Caller caller, JsonNode? body, SandboxState state, PublicAddress address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private const string PinHeader = "spaces-x-space-password";

    public HttpRequest Request => context.Request;

    public Caller Caller => caller;

    public Person Person => caller.Person;

    public SandboxState State => state;

    public PublicAddress Address => address;

    public IListeners Listeners => context.RequestServices.GetRequiredService<IListeners>();

    /// <summary>Null where there was none.</summary>
    public JsonNode? Body => body;

    public string? Pin => context.Request.Headers[PinHeader].FirstOrDefault();

    public string Route(string name) => (string)context.Request.RouteValues[name]!;

    public string? Query(string name) => context.Request.Query[name].LastOrDefault();

    public int? Number(string name) =>
        int.TryParse(Query(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Query(name) is "true" or "1";

    /// <summary>
    /// A regular expression with contains logic [wire 4.0]; that case does not matter is a [guess]. Everything without one.
    /// </summary>
    public Func<string, bool> Search()
    {
        if (Query("search") is not { Length: > 0 } pattern)
            return _ => true;
        return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience).IsMatch;
    }

    public int Size(int otherwise, int most = 50) => Number("size") is > 0 and var size ? Math.Min(size, most) : otherwise;
}
