namespace AvayaCloud.Sandbox.Control;

/// <summary>The faults that can be pressed, by the names that the page and the JSON form use.</summary>
internal static class FaultMenu
{
    public static readonly IReadOnlyList<(string Id, string Words)> Faults =
    [
        ("late", "Slow answer"),
        ("limited", "429 with Retry-After"),
        ("error", "503 server error"),
        ("html", "HTML page instead of JSON"),
        ("cut", "Answer cut in the middle"),
        ("lost", "Work done, answer lost"),
        ("drop", "Connection dropped at once"),
    ];

    public static readonly IReadOnlyList<string> Routes =
        [
            "*", "api", "api.users.me", "api.users.me.spaces", "token", "token.code", "token.refresh", "tokeninfo", "revoke",
            "authorize", "consent", "login",
        ];

    private const double MostSeconds = 600;

    /// <summary>Null where the order names no fault or makes no sense.</summary>
    public static (string Route, Fault Fault, int Times)? Read(Order order)
    {
        var seconds = Number(order["seconds"], 5);
        var times = Number(order["times"], 1);
        if (order["route"].Length == 0 || seconds is not (>= 0 and <= MostSeconds) || times is not (>= 0 and <= int.MaxValue))
            return null;
        Fault? fault = order["fault"] switch
        {
            "late" => Fault.Late(TimeSpan.FromSeconds(seconds.Value)),
            "limited" => Fault.Limited(TimeSpan.FromSeconds(seconds.Value)),
            "error" => Fault.ServerError(),
            "html" => Fault.Html(),
            "cut" => Fault.Cut(),
            "lost" => Fault.Lost(),
            "drop" => Fault.Drop(),
            _ => null,
        };
        // 0 times is until cleared.
        return fault is null ? null : (order["route"], fault, times < 1 ? SandboxFaults.Always : (int)times);
    }

    private static double? Number(string text, double otherwise) =>
        text.Length == 0 ? otherwise : double.TryParse(
            text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
