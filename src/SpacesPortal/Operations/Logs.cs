using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;

namespace SpacesPortal.Operations;

/// <summary>One JSON object a line on standard output; plain lines for developers. Levels: the section <c>Logging:LogLevel</c>.</summary>
internal static class Logs
{
    // Writes each request's query, and with it the code and the state of every callback. RequestLog takes its place.
    private const string Unsafe = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static WebApplicationBuilder AddLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .ReadFrom.Configuration(builder.Configuration)
            .Enrich.FromLogContext()
            .Filter.ByExcluding(entry => entry.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: Unsafe });
        configuration = builder.Environment.IsDevelopment()
            ? configuration.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            : configuration.WriteTo.Console(new JsonFormatter(renderMessage: true));

        // Not AddSerilog: that sets a rule of its own, which shuts out Logging:LogLevel.
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(configuration.CreateLogger(), dispose: true));
        // For every other provider that somebody adds; the longest category wins, the last of equals.
        builder.Logging.AddFilter(Unsafe, LogLevel.None);
        return builder;
    }
}
