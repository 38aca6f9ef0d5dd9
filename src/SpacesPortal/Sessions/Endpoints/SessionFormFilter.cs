using Microsoft.AspNetCore.Antiforgery;

namespace SpacesPortal.Sessions;

/// <summary>Lets a form through only with a session and a valid antiforgery token. Otherwise nothing is changed, and the browser is
/// redirected. Without a session the form may have come from another site, to which SameSite gives no cookie.</summary>
/// <param name="staleAddress">Where to go when the form is too old to be valid.</param>
/// <param name="onEndedSession">Answers a request whose session has ended.</param>
internal sealed class SessionFormFilter(string staleAddress, Func<HttpContext, Task<IResult>> onEndedSession) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.HasEndedSession())
            return await onEndedSession(http);
        if (http.GetSession() is null)
            return TypedResults.LocalRedirect("/signed-out");
        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsValidFormAsync(http)
            ? await next(context)
            : TypedResults.LocalRedirect(staleAddress);
    }
}

internal static class AntiforgeryExtensions
{
    /// <summary>Also false for a body that is not a form, where the framework throws.</summary>
    public static async Task<bool> IsValidFormAsync(this IAntiforgery antiforgery, HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (Exception error) when (error is AntiforgeryValidationException or InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}
