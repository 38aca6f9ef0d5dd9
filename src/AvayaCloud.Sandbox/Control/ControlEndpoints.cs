using AvayaCloud.Sandbox.Pages;

namespace AvayaCloud.Sandbox.Control;

/// <summary><c>/_sandbox</c>: what went on, what shall go wrong, and a fresh start; as a page and as JSON.</summary>
internal static class ControlEndpoints
{
    private const string Home = "/_sandbox";

    public static void MapControl(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", () => Results.LocalRedirect(Home));
        app.MapGet(Home, ShowAsync);
        app.MapPost(Home + "/faults", (HttpContext context, SandboxFaults faults) => ObeyAsync(context, order => Break(order, faults)));
        app.MapPost(Home + "/tokens", (HttpContext context, SandboxTokens tokens) => ObeyAsync(context, order => Spoil(order, tokens)));
        app.MapPost(Home + "/reset", (HttpContext context, FreshStart start) => ObeyAsync(context, order => Reset(order, start)));
    }

    private static Task ShowAsync(HttpContext context, ControlState state) =>
        context.Request.GetTypedHeaders().Accept.Any(it => it.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            ? Json.WriteAsync(context, StatusCodes.Status200OK, state.ToJson())
            : context.PageAsync<ControlPage>(StatusCodes.Status200OK, new()
            {
                [nameof(ControlPage.State)] = state.ForPage(),
                [nameof(ControlPage.Csrf)] = Csrf.Token(context),
            });

    private static string? Break(Order order, SandboxFaults faults)
    {
        if (FaultMenu.Read(order) is not var (route, fault, times))
            return "Name a route, a fault and, where you like, seconds (0 to 600) and times (0 is until cleared).";
        faults.Next(route, fault, times);
        return null;
    }

    private static string? Spoil(Order order, SandboxTokens tokens)
    {
        switch (order["action"])
        {
            case "expire":
                tokens.ExpireAccessTokens(order["username"]);
                return null;
            case "revoke":
                tokens.RevokeSession(order["username"]);
                return null;
            default:
                return "Name the action, expire or revoke, and the username.";
        }
    }

    private static string? Reset(Order order, FreshStart start)
    {
        switch (order["what"])
        {
            case "faults":
                start.Faults();
                return null;
            case "" or "all":
                start.Everything();
                return null;
            default:
                return "Name what to reset: faults or all.";
        }
    }

    private static async Task ObeyAsync(HttpContext context, Func<Order, string?> obey)
    {
        if (await Order.ReadAsync(context, context.RequestAborted) is not { } order)
            await AuthorizeEndpoints.RefuseAsync(context, LoginEndpoints.Forged, StatusCodes.Status403Forbidden);
        else if (obey(order) is { } problem)
            await Results.Text(problem, "text/plain", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
        else if (order.IsJson)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            context.Response.Redirect(Home);
    }
}
