using System.Text.Encodings.Web;

namespace AvayaCloud.Sandbox.Hosting;

internal static class Json
{
    // Avaya Cloud sends script tags and emoji unescaped.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(Text(body), context.RequestAborted);
    }

    public static IResult Result(JsonNode body) => new JsonResult(body);

    public static string Text(JsonNode body) => body.ToJsonString(Plain);

    /// <summary>ISO 8601 in UTC with milliseconds [wire 4.0].</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);

    private sealed class JsonResult(JsonNode body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, StatusCodes.Status200OK, body);
    }
}
