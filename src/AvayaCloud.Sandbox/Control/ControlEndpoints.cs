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
        var commands = app.MapGroup(Home).AddEndpointFilter(ValidateAsync);
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

    private static async Task<IResult> ChangeTokensAsync(HttpContext context, SandboxTokens tokens)
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

    /// <summary>
    /// A form needs its CSRF token. JSON does not: a browser asks first before it sends JSON to another site, and that is never allowed.
    /// </summary>
    private static async ValueTask<object?> ValidateAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.Request.HasJsonContentType() ? await next(invocation) : await Csrf.ValidateAsync(invocation, next);

    // A script gets a status, a browser the page.
    private static IResult Done(HttpContext context) =>
        context.Request.HasJsonContentType() ? Results.NoContent() : Results.LocalRedirect(Home);

    private static IResult Invalid(string message) =>
        Results.Text(message, "text/plain", statusCode: StatusCodes.Status400BadRequest);
}
