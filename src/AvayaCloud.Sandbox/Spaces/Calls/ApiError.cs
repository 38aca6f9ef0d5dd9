namespace AvayaCloud.Sandbox.Spaces;

/// <summary>An error response. Its envelope is not documented [guess, wire 4.0].</summary>
internal sealed record ApiError(int Status, string Error, string Message) : IResult
{
    public static ApiError NotFound { get; } = new(StatusCodes.Status404NotFound, "not.found", "There is nothing at this address.");

    public static ApiError BadRequest(string message, string code = "invalid.parameters") =>
        new(StatusCodes.Status400BadRequest, code, message);

    public static ApiError Unauthorized(string message, string code = "authentication.invalid") =>
        new(StatusCodes.Status401Unauthorized, code, message);

    public static ApiError Forbidden(string message, string code = "permission.denied") =>
        new(StatusCodes.Status403Forbidden, code, message);

    public static ApiError Conflict(string message, string code) => new(StatusCodes.Status409Conflict, code, message);

    public JsonObject ToJson() => new() { ["code"] = Error, ["message"] = Message };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.SetOutcome(Error);
        if (Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Json.WriteAsync(httpContext, Status, ToJson());
    }
}
