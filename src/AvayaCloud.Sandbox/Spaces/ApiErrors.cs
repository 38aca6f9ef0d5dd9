using System.Text.Json.Nodes;
using AvayaCloud.Sandbox.Hosting;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>The error envelope, which no source shows [guess, wire 4.0].</summary>
internal static class ApiErrors
{
    public static Task UnauthorizedAsync(HttpContext context, string code, string message)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return WriteAsync(context, StatusCodes.Status401Unauthorized, code, message);
    }

    public static Task BadRequestAsync(HttpContext context, string message) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, "invalid.parameters", message);

    public static Task NotFoundAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status404NotFound, "not.found", "There is nothing at this address.");

    private static Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Outcome(code);
        return Json.WriteAsync(context, status, new JsonObject { ["code"] = code, ["message"] = message });
    }
}
