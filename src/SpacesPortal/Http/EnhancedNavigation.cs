namespace SpacesPortal.Http;

/// <summary>
/// Blazor's enhanced navigation fetches pages by script, and a script cannot follow a redirect to the sign-in at another origin. It is
/// told to load the page in full instead, which then redirects as it should.
/// </summary>
internal sealed class EnhancedNavigation(RequestDelegate next)
{
    private const string Location = "blazor-enhanced-nav-redirect-location";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Accept.ToString().Contains("blazor-enhanced-nav=on", StringComparison.Ordinal))
        {
            var address = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.OnStarting(() =>
            {
                var response = context.Response;
                if (response.StatusCode == StatusCodes.Status302Found && Uri.TryCreate(response.Headers.Location, UriKind.Absolute, out _)
                    && !response.Headers.Location.ToString().StartsWith('/'))
                {
                    response.StatusCode = StatusCodes.Status204NoContent;
                    response.Headers.Remove("Location");
                    response.Headers[Location] = address;
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
