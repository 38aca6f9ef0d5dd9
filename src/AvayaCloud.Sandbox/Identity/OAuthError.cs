using AvayaCloud.Sandbox.Pages;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>An error response of RFC 6749 §5.2. A bad client gets 400 as well [guess: DOP].</summary>
public sealed record OAuthError(string Error, string? Description = null) : IResult
{
    internal static OAuthError InvalidClient { get; } = new("invalid_client");
    internal static OAuthError InvalidGrant { get; } = new("invalid_grant");
    internal static OAuthError InvalidScope { get; } = new("invalid_scope");

    /// <summary>What the request log says, where that is more than the error.</summary>
    internal string? Outcome { get; init; }

    internal static OAuthError InvalidRequest(string description) => new("invalid_request", description);

    internal static OAuthError MissingParameter(string name) => InvalidRequest($"The parameter {name} is missing.");

    internal static OAuthError RepeatedParameter(string name) => InvalidRequest($"The parameter {name} was sent more than once.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.SetOutcome(Outcome ?? Error);
        var body = new JsonObject { ["error"] = Error };
        if (Description is not null)
            body["error_description"] = Description;
        return Json.WriteAsync(httpContext, StatusCodes.Status400BadRequest, body);
    }
}

/// <summary>The same for a browser. The authorization endpoint redirects none of its errors [wire 2.4].</summary>
internal sealed class OAuthErrorPage(OAuthError error, int status = StatusCodes.Status400BadRequest) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.SetOutcome(error.Error);
        return new PageResult<ErrorPage>(error, status).ExecuteAsync(httpContext);
    }
}
