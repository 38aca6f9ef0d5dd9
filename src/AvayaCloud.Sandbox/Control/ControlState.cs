namespace AvayaCloud.Sandbox.Control;

/// <summary>What the sandbox shows about itself. It contains no token and no client secret.</summary>
internal sealed class ControlState(DemoUsers users, SandboxClient client, SandboxFaults faults, RequestLog log, PublicAddress address)
{
    private const int MaxRequests = 50;

    public JsonObject ToJson() => new()
    {
        ["address"] = address.For(""),
        ["client_id"] = client.ClientId,
        ["password"] = users.Password,
        ["people"] = Json.List(
            users.Listed, it => new JsonObject { ["username"] = it.Username, ["role"] = it.Role, ["displayname"] = it.DisplayName }),
        ["faults"] = Json.List(faults.Pending, it => it),
        ["routes"] = Json.List(FaultMenu.Routes, it => it),
        ["refresh_token_reuses"] = log.RefreshTokenReuses,
        ["calls"] = Json.List(GetLatest(), it => new JsonObject
        {
            ["at"] = Json.Time(it.At),
            ["method"] = it.Method,
            ["path"] = it.Path,
            ["kind"] = it.Kind,
            ["person"] = it.User,
            ["status"] = it.Status,
            ["outcome"] = it.Outcome,
        }),
    };

    public ControlModel ToModel(string csrfToken) => new(users.Listed, users.Password, faults.Pending, [.. GetLatest()], csrfToken);

    private IEnumerable<LoggedRequest> GetLatest() => log.Requests.Reverse().Take(MaxRequests);
}

/// <summary>Public because component parameters are.</summary>
public sealed record ControlModel(
    IReadOnlyList<DemoUser> Users,
    string Password,
    IReadOnlyList<string> Faults,
    IReadOnlyList<LoggedRequest> Requests,
    string CsrfToken);
