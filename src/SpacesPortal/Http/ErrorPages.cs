using Microsoft.AspNetCore.Diagnostics;

namespace SpacesPortal.Http;

/// <summary>Error pages run in place of the failed request, with its method and body: after a POST whose form was unreadable, the form
/// would be read again and fail again. So they always run as a GET without a body.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app, string[] forScripts)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        // Users get a page; scripts and monitors get the bare status.
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
            return next.InvokeAsGetAsync(context);
        });
    }

    /// <summary>Handles the request as a GET. Restores the method afterwards, because the request log reports it.</summary>
    public static async Task InvokeAsGetAsync(this RequestDelegate next, HttpContext context)
    {
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }
}
