using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.Identity;
using AvayaCloud.Sandbox.Pages;

namespace AvayaCloud.Sandbox.Control;

/// <summary><c>/_sandbox</c>: the request log, faults and a reset, as a page and as JSON.</summary>
internal static class ControlEndpoints
{
    private const string Home = "/_sandbox";

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.LocalRedirect(Home));
        app.MapGet(Home, Show);
        // JSON needs no CSRF token: another site can send it only after a preflight, and there is no CORS here.
        var csrf = new Csrf();
        var commands = app.MapGroup(Home).AddEndpointFilter(
            (context, next) => context.HttpContext.Request.HasJsonContentType() ? next(context) : csrf.InvokeAsync(context, next));
        commands.MapPost("/faults", AddFaultAsync);
        commands.MapPost("/tokens", ChangeTokensAsync);
        commands.MapPost("/reset", ResetAsync);
    }

    private static IResult Show(HttpContext context, ControlState state)
    {
        var accept = context.Request.GetTypedHeaders().Accept;
        return accept.Any(it => it.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            ? Json.Result(state.ToJson())
            : new PageResult<ControlPage>(state.ToModel(Csrf.GetToken(context)));
    }

    private static async Task<IResult> AddFaultAsync(HttpContext context, SandboxFaults faults) =>
        FaultMenu.TryAdd(await ControlCommand.ReadAsync<FaultCommand>(context), faults)
            ? Done(context)
            : Invalid("Name a route and a fault, and optionally seconds (0 to 600) and times (0 means until cleared).");

    private static async Task<IResult> ChangeTokensAsync(HttpContext context, TokenVault tokens)
    {
        var command = await ControlCommand.ReadAsync<TokenCommand>(context);
        switch (command?.Action)
        {
            case "expire":
                tokens.ExpireAccessTokens(command.Username ?? "");
                return Done(context);
            case "revoke":
                tokens.RevokeSession(command.Username ?? "");
                return Done(context);
            default:
                return Invalid("Name the action, expire or revoke, and the username.");
        }
    }

    private static async Task<IResult> ResetAsync(HttpContext context, SandboxFaults faults, SandboxReset reset)
    {
        var command = await ControlCommand.ReadAsync<ResetCommand>(context);
        switch (command?.What)
        {
            case "faults":
                faults.Clear();
                return Done(context);
            case "" or "all":
                reset.Run();
                return Done(context);
            default:
                return Invalid("Name what to reset: faults or all.");
        }
    }

    // A script gets a status, a browser the page.
    private static IResult Done(HttpContext context) =>
        context.Request.HasJsonContentType() ? Results.NoContent() : Results.LocalRedirect(Home);

    private static IResult Invalid(string message) =>
        Results.Text(message, "text/plain", statusCode: StatusCodes.Status400BadRequest);
}
