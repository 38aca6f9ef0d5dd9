namespace AvayaCloud.Sandbox.Control;

/// <summary>What the sandbox tells about itself. No token and no client secret.</summary>
internal sealed class ControlState(Cast cast, SandboxClient client, SandboxFaults faults, SandboxLog log, PublicAddress address)
{
    private const int Shown = 50;

    public JsonObject ToJson() => new()
    {
        ["address"] = address.For(""),
        ["client_id"] = client.ClientId,
        ["password"] = cast.Password,
        ["people"] = Json.List(
            cast.Demo, it => new JsonObject { ["username"] = it.Username, ["role"] = it.Role, ["displayname"] = it.DisplayName }),
        ["faults"] = Json.List(faults.Pending, it => it),
        ["routes"] = Json.List(FaultMenu.Routes, it => it),
        ["refresh_token_reuses"] = log.RefreshTokenReuses,
        ["calls"] = Json.List(Latest(), it => new JsonObject
        {
            ["at"] = Json.Time(it.At),
            ["method"] = it.Method,
            ["path"] = it.Path,
            ["kind"] = it.Kind,
            ["person"] = it.Person,
            ["status"] = it.Status,
            ["outcome"] = it.Outcome,
        }),
    };

    public ControlView ForPage() => new(
        cast.Demo,
        cast.Password,
        faults.Pending,
        [.. Latest().Select(it => new ControlView.Row(
            it.At.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture), $"{it.Method} {it.Path}", it.Kind, it.Person ?? "",
            Answer(it)))]);

    private IEnumerable<SandboxCall> Latest() => log.Calls.Reverse().Take(Shown);

    private static string Answer(SandboxCall call) =>
        call.Status == 0 ? call.Outcome ?? "under way" : string.Create(CultureInfo.InvariantCulture, $"{call.Status} {call.Outcome}");
}

/// <summary>The same for the page; public because component parameters are.</summary>
public sealed record ControlView(
    IReadOnlyList<DemoPerson> People, string Password, IReadOnlyList<string> Faults, IReadOnlyList<ControlView.Row> Calls)
{
    public sealed record Row(string Time, string Line, string Kind, string Person, string Answer);
}
