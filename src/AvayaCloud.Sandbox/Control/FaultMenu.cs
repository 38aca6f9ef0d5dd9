namespace AvayaCloud.Sandbox.Control;

/// <summary>The faults that the page offers, by the ids that the form and JSON use.</summary>
internal static class FaultMenu
{
    public static readonly IReadOnlyList<Item> Faults =
    [
        new("late", "Slow response", Fault.Delay),
        new("limited", "429 with Retry-After", delay => Fault.TooManyRequests(delay)),
        new("error", "503 server error", _ => Fault.ServerError()),
        new("html", "HTML page instead of JSON", _ => Fault.Html()),
        new("cut", "Response truncated in the middle", _ => Fault.TruncateResponse()),
        new("lost", "Request takes effect, response lost", _ => Fault.DropResponse()),
        new("drop", "Connection dropped at once", _ => Fault.DropRequest()),
    ];

    public static readonly IReadOnlyList<string> Routes =
    [
        "*", "api", "api.users.me", "api.users.me.spaces", "token", "token.code", "token.refresh", "tokeninfo", "revoke", "authorize",
        "consent", "login",
    ];

    private const double MaxSeconds = 600;

    /// <summary>False for a command without a route or a known fault, or with a number out of range.</summary>
    public static bool TryAdd(FaultCommand command, SandboxFaults faults)
    {
        var item = Faults.FirstOrDefault(it => it.Id == command.Fault);
        if (item is null || command is not { Route.Length: > 0, Seconds: >= 0 and <= MaxSeconds, Times: >= 0 and <= int.MaxValue })
            return false;
        var times = command.Times < 1 ? SandboxFaults.Always : (int)command.Times;
        faults.Add(command.Route, item.Create(TimeSpan.FromSeconds(command.Seconds)), times);
        return true;
    }

    public sealed record Item(string Id, string Label, Func<TimeSpan, Fault> Create);
}
