using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What each endpoint has in common: who calls, whether they may at all, their body, the answer on the wire.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder app)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public void Get(string path, Func<ApiCall, ApiAnswer> answer, string? scope = null) => Map(HttpMethods.Get, path, answer, _ => scope);

    public void Post(string path, Func<ApiCall, ApiAnswer> answer, string? scope = null) => Map(HttpMethods.Post, path, answer, _ => scope);

    public void Delete(string path, Func<ApiCall, ApiAnswer> answer, string? scope = null) =>
        Map(HttpMethods.Delete, path, answer, _ => scope);

    public void Patch(string path, Func<ApiCall, ApiAnswer> answer, string? scope = null) =>
        Map(HttpMethods.Patch, path, answer, _ => scope);

    /// <param name="scope">What a service app needs; none: no service app comes in here.</param>
    public void Map(string method, string path, Func<ApiCall, ApiAnswer> answer, Func<HttpRequest, string?> scope)
    {
        RequestDelegate serve = context => ServeAsync(context, answer, scope(context.Request));
        app.MapMethods("/api" + path, [method], serve);
        // The older names of the same things, still served in 2021 [docs D/api/users/users_me_spaces].
        if (path.Contains("/spaces", StringComparison.Ordinal))
            app.MapMethods("/api" + path.Replace("/spaces", "/topics", StringComparison.Ordinal), [method], serve);
    }

    public static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.SetOutcome(code);
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return Json.WriteAsync(context, status, new JsonObject { ["code"] = code, ["message"] = message });
    }

    public static async Task<(bool Read, JsonNode? Body)> BodyAsync(HttpContext context)
    {
        try
        {
            using var text = new MemoryStream();
            await context.Request.Body.CopyToAsync(text, context.RequestAborted);
            return (true, text.Length == 0 ? null : JsonNode.Parse(text.GetBuffer().AsSpan(0, (int)text.Length), documentOptions: Strict));
        }
        catch (Exception problem) when (problem is JsonException or BadHttpRequestException)
        {
            return (false, null);
        }
    }

    private static async Task ServeAsync(HttpContext context, Func<ApiCall, ApiAnswer> serve, string? scope)
    {
        var services = context.RequestServices;
        var reading = await services.GetRequiredService<Callers>().ReadAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (reading is CallerReading.Refused stranger)
        {
            await RefuseAsync(context, stranger.Status, stranger.Error, stranger.Message);
            return;
        }

        var caller = ((CallerReading.Known)reading).Caller;
        context.SetOutcome("ok", caller.Person);
        if (!caller.May(scope))
        {
            await RefuseAsync(
                context, StatusCodes.Status403Forbidden, "scope.missing",
                $"The service app does not have the scope {scope ?? "of any endpoint like this"}.");
            return;
        }

        if (await BodyAsync(context) is not (true, var body))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid.json", "The body is not JSON.");
            return;
        }

        var call = new ApiCall(
            context, caller, body, services.GetRequiredService<SandboxState>(), services.GetRequiredService<PublicAddress>());
        await (Answer(serve, call) switch
        {
            ApiAnswer.Good good => Json.WriteAsync(context, StatusCodes.Status200OK, good.Body),
            ApiAnswer.Refused refused => RefuseAsync(context, refused.Status, refused.Error, refused.Message),
            _ => throw new InvalidOperationException("The hierarchy is closed."),
        });
    }

    private static ApiAnswer Answer(Func<ApiCall, ApiAnswer> serve, ApiCall call)
    {
        try
        {
            return serve(call);
        }
        catch (RegexMatchTimeoutException)
        {
            return ApiAnswer.BadRequest("The search takes too long.");
        }
        catch (RegexParseException)
        {
            return ApiAnswer.BadRequest("The search is not a valid regular expression.");
        }
    }
}
