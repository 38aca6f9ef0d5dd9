using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>What the developer who started it needs to sign in and to register a client.</summary>
internal static class Greeting
{
    public static string Of(SandboxServer sandbox)
    {
        var text = new StringBuilder();
        void Line(string line) => text.AppendLine(CultureInfo.InvariantCulture, $"{line}");

        Line($"Avaya Cloud sandbox: {sandbox.Address}  (faults and people: {new Uri(sandbox.Address, "/_sandbox")})");
        Line("");
        foreach (var person in sandbox.People)
            Line($"  {person.Role,-8} {person.Username}");
        Line($"  password {sandbox.People[0].Password}   (the same for all)");
        Line("");
        Line($"  AvayaCloud__IdentityUrl={sandbox.Address.ToString().TrimEnd('/')}");
        Line($"  AvayaCloud__SpacesUrl={new Uri(sandbox.Address, "/api")}");
        Line($"  AvayaCloud__ClientId={sandbox.Client.ClientId}");
        Line($"  AvayaCloud__ClientSecret={sandbox.Client.ClientSecret}");
        Line("");
        foreach (var app in sandbox.ServiceApps.All)
            Line($"  service app {app.Name}: {new Uri(sandbox.Address, ServiceAppEndpoints.Keys + app.Name)}");
        Line("");
        Line("Callbacks: any loopback address with the path /signin-avaya. Ctrl+C ends it.");
        return text.ToString();
    }
}
