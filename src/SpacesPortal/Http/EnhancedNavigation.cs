namespace SpacesPortal.Http;

/// <summary>Blazor's enhanced navigation fetches pages by script, and a script cannot follow the redirect to the sign-in at another origin.
/// This makes it load the page in full instead.</summary>
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
                var target = response.Headers.Location.ToString();
                if (response.StatusCode == StatusCodes.Status302Found && IsElsewhere(target, context.Request))
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

    // Components redirect to absolute addresses of the portal.
    private static bool IsElsewhere(string target, HttpRequest request) =>
        !target.StartsWith('/')
        && Uri.TryCreate(target, UriKind.Absolute, out var address)
        && !string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
