using Microsoft.AspNetCore.Antiforgery;

namespace SpacesPortal.Sessions;

/// <summary>Whether a form is one of ours.</summary>
internal static class AntiforgeryExtensions
{
    /// <summary>False also for a body that is no form at all, where the framework throws.</summary>
    public static async Task<bool> IsValidFormAsync(this IAntiforgery antiforgery, HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (Exception unreadable) when (unreadable is AntiforgeryValidationException or InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}
