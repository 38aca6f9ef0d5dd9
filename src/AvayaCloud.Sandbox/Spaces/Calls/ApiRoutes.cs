using System.Text.RegularExpressions;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Maps the endpoints of the API. Each request is authenticated, its scope is checked and its body is read.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder app)
{
    public void Get(string path, Func<ApiCall, IResult> handle, string? scope = null) => Map(HttpMethods.Get, path, handle, _ => scope);

    public void Post(string path, Func<ApiCall, IResult> handle, string? scope = null) => Map(HttpMethods.Post, path, handle, _ => scope);

    public void Patch(string path, Func<ApiCall, IResult> handle, string? scope = null) => Map(HttpMethods.Patch, path, handle, _ => scope);

    public void Delete(string path, Func<ApiCall, IResult> handle, string? scope = null) =>
        Map(HttpMethods.Delete, path, handle, _ => scope);

    /// <param name="getScope">The scope that a service app needs. Without a scope, no service app may call the endpoint.</param>
    public void Map(string method, string path, Func<ApiCall, IResult> handle, Func<HttpRequest, string?> getScope)
    {
        Delegate run = (HttpContext context) => RunAsync(context, handle, getScope(context.Request));
        app.MapMethods("/api" + path, [method], run);
        // The older names of the same resources, still served in 2021 [docs D/api/users/users_me_spaces].
        if (path.Contains("/spaces", StringComparison.Ordinal))
            app.MapMethods("/api" + path.Replace("/spaces", "/topics", StringComparison.Ordinal), [method], run);
    }

    private static async Task<IResult> RunAsync(HttpContext context, Func<ApiCall, IResult> handle, string? scope)
    {
        var authentication = context.RequestServices.GetRequiredService<CallerAuthentication>();
        if (authentication.Authenticate(context.Request.Headers.Authorization, out var error) is not { } caller)
            return error;
        context.SetOutcome("ok", caller.Person);
        if (!caller.HasScope(scope))
            return ApiError.Forbidden($"The service app does not have the scope {scope ?? "of any endpoint like this"}.", "scope.missing");
        if (await RequestJson.ReadAsync(context) is not (true, var body))
            return ApiError.BadRequest("The body is not JSON.", "invalid.json");

        var state = context.RequestServices.GetRequiredService<SandboxState>();
        try
        {
            lock (state.Lock)
                return handle(new ApiCall(context, caller, body, state));
        }
        catch (RegexMatchTimeoutException)
        {
            return ApiError.BadRequest("The search takes too long.");
        }
        catch (RegexParseException)
        {
            return ApiError.BadRequest("The search is not a valid regular expression.");
        }
    }
}
