using System.Diagnostics.CodeAnalysis;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary><c>--port 5081 --spaces 10000 --messages 50000 --seed 7</c>, with a space or an equals sign.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Usage: dotnet run --project src/AvayaCloud.Sandbox -- [--port N] [--listen IP] [--public-url URL]
                 [--spaces N] [--messages N] [--seed N]
          --port        the port to listen on; 0 takes a free one (5081)
          --listen      the address to listen on; 0.0.0.0 means all addresses of this machine (loopback only)
          --public-url  the address that browsers use, if it is not localhost; requests for its host are accepted as well
          --spaces      how many spaces the demo admin has, up to 10000 (24)
          --messages    how many messages the busiest of them has, up to 200000 (some dozens)
          --seed        the same seed gives the same users, ids, client and spaces (2026)
        """;

    private const int DefaultPort = 5081;

    /// <summary>False for an unknown option: it might have asked for another address to listen on.</summary>
    public static bool TryParse(string[] args, [NotNullWhen(true)] out SandboxOptions? options)
    {
        options = null;
        var parsed = new SandboxOptions { Port = DefaultPort };
        var words = new Queue<string>(args.SelectMany(arg => arg.StartsWith("--", StringComparison.Ordinal) ? arg.Split('=', 2) : [arg]));
        while (words.TryDequeue(out var name))
        {
            if (!words.TryDequeue(out var value) || !TrySet(parsed, name, value))
                return false;
        }

        options = parsed;
        return true;
    }

    private static bool TrySet(SandboxOptions options, string name, string value)
    {
        var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        switch (name)
        {
            case "--port" when isNumber:
                options.Port = number;
                return true;
            case "--spaces" when isNumber:
                options.Spaces = number;
                return true;
            case "--messages" when isNumber:
                options.Messages = number;
                return true;
            case "--seed" when isNumber:
                options.Seed = number;
                return true;
            case "--listen":
                options.Listen = value;
                return true;
            case "--public-url":
                options.PublicUrl = value;
                return true;
            default:
                return false;
        }
    }
}
