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
        commands.MapPost("/faults", (HttpContext context, SandboxFaults faults) => RunAsync<FaultCommand>(
            context,
            command => FaultMenu.TryAdd(command, faults),
            "Name a route and a fault, and optionally seconds (0 to 600) and times (0 means until cleared)."));
        commands.MapPost("/tokens", (HttpContext context, TokenVault vault) => RunAsync<TokenCommand>(
            context, command => command.TryRun(vault), "Name the action, expire or revoke, and the username."));
        commands.MapPost("/reset", (HttpContext context, SandboxReset reset) => RunAsync<ResetCommand>(
            context, command => reset.TryRun(command), "Name what to reset: faults or all."));
    }

    private static IResult Show(HttpContext context, ControlState state)
    {
        var accept = context.Request.GetTypedHeaders().Accept;
        return accept.Any(it => it.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            ? Json.Result(state.ToJson())
            : new PageResult<ControlPage>(state.ToModel(Csrf.GetToken(context)));
    }

    private static async Task<IResult> RunAsync<TCommand>(HttpContext context, Func<TCommand, bool> tryRun, string usage)
        where TCommand : class
    {
        if (await ControlCommand.ReadAsync<TCommand>(context) is not { } command || !tryRun(command))
            return Results.Text(usage, "text/plain", statusCode: StatusCodes.Status400BadRequest);
        // A script gets a status, a browser the page.
        return context.Request.HasJsonContentType() ? Results.NoContent() : Results.LocalRedirect(Home);
    }
}
