using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;

namespace SpacesPortal.Telemetry;

/// <summary>One log entry per request, without query and headers, which hold codes, states and cookies.</summary>
internal static class RequestLog
{
    private const string Template = "{Method} {Path} {Status} in {Milliseconds} ms, session {Session}, request {RequestId}";

    private static readonly LogEventProperty Event =
        new("EventId", new StructureValue([Property("Id", 1001), Property("Name", "Served")]));

    public static void UseRequestLog(this WebApplication app)
    {
        // The middleware writes to Serilog directly and bypasses Logging:LogLevel, so its level is checked here, once.
        if (!app.Services.GetRequiredService<ILogger<RequestLoggingOptions>>().IsEnabled(LogLevel.Information))
            return;

        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = Template;
            options.GetLevel = (_, _, _) => LogEventLevel.Information;
            options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
            [
                Property("Method", context.Request.Method), Property("Path", path), Property("Status", status),
                Property("Milliseconds", (int)elapsed), Property("Session", context.GetSession()?.Id.ToString()),
                Property("RequestId", context.TraceIdentifier), Event,
            ];
        });
    }

    private static LogEventProperty Property(string name, object? value) => new(name, new ScalarValue(value));
}
