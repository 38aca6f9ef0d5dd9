namespace AvayaCloud.Sandbox.Hosting;

/// <summary><c>--port 5081 --spaces 10000 --messages 50000 --seed 7</c>, with a blank or an equals sign.</summary>
internal static class CommandLine
{
    public const string Usage = """
        Usage: dotnet run --project src/AvayaCloud.Sandbox -- [--port N] [--listen IP] [--public-url URL]
                 [--spaces N] [--messages N] [--seed N]
          --port        where to listen; 0 takes a free one (5081)
          --listen      the address to listen on; 0.0.0.0 takes all of this machine (loopback only)
          --public-url  where browsers find it, if not at localhost: it answers to that name as well
          --spaces      how many spaces the demo admin has, up to 10000 (24)
          --messages    how many messages the busiest of them has, up to 200000 (some dozens)
          --seed        the same seed gives the same people, ids, client and spaces (2026)
        """;

    private const int DefaultPort = 5081;

    /// <summary>Null: not understood. An unknown option is no small thing: it might ask for another address to listen on.</summary>
    public static SandboxOptions? Read(string[] args)
    {
        var options = new SandboxOptions { Port = DefaultPort };
        var words = new Queue<string>(args.SelectMany(arg => arg.StartsWith("--", StringComparison.Ordinal) ? arg.Split('=', 2) : [arg]));
        while (words.TryDequeue(out var name))
        {
            if (!words.TryDequeue(out var value) || !IsSet(options, name, value))
                return null;
        }

        return options;
    }

    private static bool IsSet(SandboxOptions options, string name, string value)
    {
        switch (name, Number(value))
        {
            case ("--port", { } port):
                options.Port = port;
                return true;
            case ("--spaces", { } spaces):
                options.Spaces = spaces;
                return true;
            case ("--messages", { } messages):
                options.Messages = messages;
                return true;
            case ("--seed", { } seed):
                options.Seed = seed;
                return true;
            case ("--listen", _):
                options.Listen = value;
                return true;
            case ("--public-url", _):
                options.PublicUrl = value;
                return true;
            default:
                return false;
        }
    }

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
