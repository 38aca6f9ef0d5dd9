using System.Globalization;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary><c>--port 5081 --spaces 10000 --messages 50000 --seed 7</c>, with a blank or an equals sign.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Usage: dotnet run --project src/AvayaCloud.Sandbox -- [--port N] [--spaces N] [--messages N] [--seed N]
          --port      where to listen, on loopback only; 0 takes a free one (5081)
          --spaces    how many spaces the demo admin has, up to 10000 (24)
          --messages  how many messages the busiest of them has, up to 200000 (some dozens)
          --seed      the same seed gives the same people, ids, client and spaces (2026)
        """;

    private const int DefaultPort = 5081;

    /// <summary>Null: not understood. An unknown option is no small thing: it might ask for another address to listen on.</summary>
    public static SandboxOptions? Read(string[] args)
    {
        var options = new SandboxOptions { Port = DefaultPort };
        var words = new Queue<string>(args.SelectMany(arg => arg.StartsWith("--", StringComparison.Ordinal) ? arg.Split('=', 2) : [arg]));
        while (words.TryDequeue(out var name))
        {
            if (!words.TryDequeue(out var text) || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                return null;
            switch (name)
            {
                case "--port":
                    options.Port = number;
                    break;
                case "--spaces":
                    options.Spaces = number;
                    break;
                case "--messages":
                    options.Messages = number;
                    break;
                case "--seed":
                    options.Seed = number;
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
