using Microsoft.AspNetCore.Diagnostics;

namespace SpacesPortal.Components;

/// <summary>The address in the browser's address bar. On an error page it is that of the failed request.</summary>
internal static class CurrentAddress
{
    /// <summary>From the root, with the query: <c>/spaces?q=train</c>.</summary>
    public static string Local(NavigationManager navigation, HttpContext? context) => $"/{Relative(navigation, context)}";

    /// <summary>From the base address, for links: <c>spaces?q=train</c>.</summary>
    public static string Relative(NavigationManager navigation, HttpContext? context)
    {
        if (context?.Features.Get<IStatusCodeReExecuteFeature>() is { } replaced)
            return $"{replaced.OriginalPath.TrimStart('/')}{replaced.OriginalQueryString}";
        if (context?.Features.Get<IExceptionHandlerPathFeature>() is { } failed)
            return $"{failed.Path.TrimStart('/')}{context.Request.QueryString}";

        return navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];
    }
}
