using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace SpacesPortal.Telemetry;

/// <summary>One JSON object a line on standard output; plain lines for developers. Levels: the section <c>Logging:LogLevel</c>.</summary>
internal static class Logs
{
    // Writes each request's query, and with it the code and the state of every callback. RequestLog takes its place.
    private const string Unsafe = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string PlainLine = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message}{NewLine}{Exception}";

    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        LogLevels.Check(builder);
        var buffer = new LogBuffer(TimeProvider.System);
        var logger = CreateLogger(builder, buffer);

        // Not AddSerilog: that sets a rule of its own, which shuts out Logging:LogLevel.
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(logger));
        // For every other provider that somebody adds; the longest category wins, the last of equals.
        builder.Logging.AddFilter(Unsafe, LogLevel.None);
        builder.Services
            .AddSingleton<Serilog.ILogger>(logger)
            .AddSingleton(new DiagnosticContext(logger))
            // By a factory: the container disposes only what it has made.
            .AddSingleton(_ => buffer)
            .AddHostedService<DroppedLogEntries>();
        return builder;
    }

    private static Logger CreateLogger(WebApplicationBuilder builder, LogBuffer buffer) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .ReadFrom.Configuration(builder.Configuration)
        .Enrich.FromLogContext()
        .Filter.ByExcluding(IsUnsafe)
        .WriteTo.Async(
            output =>
            {
                if (builder.Environment.IsDevelopment())
                    output.Console(outputTemplate: PlainLine, formatProvider: CultureInfo.InvariantCulture);
                else
                    output.Console(new JsonFormatter(renderMessage: true));
            },
            LogBuffer.Size, blockWhenFull: false, buffer)
        .CreateLogger();

    private static bool IsUnsafe(LogEvent entry) =>
        entry.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: Unsafe };
}
