using System.Text.Encodings.Web;

namespace SpacesPortal.Sessions;

/// <summary>
/// Leads on from a form by a page, not by a redirect: browsers hold each redirect after a form to form-action (CSP 3, section 6.4.2), and
/// only Avaya Cloud knows to which hosts a company's sign-on redirects.
/// </summary>
/// <param name="address">An address of this portal.</param>
internal sealed class RefreshRedirect(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var link = HtmlEncoder.Default.Encode(address);
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        // Browsers replace the entry of the history that leads on at once: Back does not come by here.
        httpContext.Response.Headers["Refresh"] = $"0; url={address}";
        return httpContext.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="en"><title>Spaces Portal</title><link rel="icon" href="data:,">
            <a href="{link}">Continue to Avaya Cloud</a></html>
            """,
            httpContext.RequestAborted);
    }
}
