using System.Text.Encodings.Web;

namespace SpacesPortal.Sessions;

/// <summary>Redirects after a form by a page instead of a 302: browsers apply form-action to every redirect that follows a form (CSP 3,
/// section 6.4.2), and only Avaya Cloud knows to which hosts a company's single sign-on redirects.</summary>
/// <param name="address">An address of this portal.</param>
internal sealed class RefreshRedirect(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var link = HtmlEncoder.Default.Encode(address);
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        // Browsers replace a history entry that redirects at once, so Back skips it.
        httpContext.Response.Headers["Refresh"] = $"0; url={address}";
        return httpContext.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="en"><title>Spaces Portal</title><link rel="icon" href="data:,">
            <a href="{link}">Continue to Avaya Cloud</a></html>
            """,
            httpContext.RequestAborted);
    }
}
