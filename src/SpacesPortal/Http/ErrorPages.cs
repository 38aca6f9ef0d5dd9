using Microsoft.AspNetCore.Diagnostics;

namespace SpacesPortal.Http;

/// <summary>
/// Error pages are run in the place of what failed, with its method and body: a POST whose form could not be read would be read once more,
/// and end without any page. So they are always asked for by GET.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app, string[] forScripts)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        // People get a page, scripts and monitors the bare status.
        app.UseWhen(
            context => !forScripts.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerPathFeature>() is null)
                return next(context);

            context.Request.ContentType = null;
            context.Request.ContentLength = null;
            context.Request.Body = Stream.Null;
            return RunAsGet.InvokeAsync(context, next);
        });
    }
}
