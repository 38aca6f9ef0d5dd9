using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace SpacesPortal.Telemetry;

/// <summary>One JSON object per line on standard output, plain text in Development. Levels come from <c>Logging:LogLevel</c>.</summary>
internal static class Logs
{
    // Logs the query of each request, and so the code and state of every callback. RequestLog replaces it.
    private const string Unsafe = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private const string PlainLine = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message}{NewLine}{Exception}";

    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        LogLevels.Check(builder);
        var buffer = new LogBuffer(TimeProvider.System);
        var logger = CreateLogger(builder, buffer);

        // Not AddSerilog: it adds a filter rule that overrides Logging:LogLevel.
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(logger));
        // For any other provider. The longest category wins, and the last among equals.
        builder.Logging.AddFilter(Unsafe, LogLevel.None);
        builder.Services
            .AddSingleton<Serilog.ILogger>(logger)
            .AddSingleton(new DiagnosticContext(logger))
            // By a factory, because the container disposes only what it has created.
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
