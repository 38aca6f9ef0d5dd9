using AvayaCloud.Sandbox.ServiceApps;

namespace AvayaCloud.Sandbox.Hosting;

/// <summary>Tells the developer how to sign in and how to configure a client.</summary>
internal static class StartupMessage
{
    public static string Create(SandboxServer sandbox)
    {
        var users = sandbox.Users.Select(user => $"  {user.Role,-8} {user.Username}");
        var apps = sandbox.ServiceApps.All.Select(app =>
            $"  service app {app.Name}: {new Uri(sandbox.Address, ServiceAppEndpoints.KeysPath + app.Name)}");
        return $"""
            Avaya Cloud sandbox: {sandbox.Address}  (faults and users: {new Uri(sandbox.Address, "/_sandbox")})

            {string.Join('\n', users)}
              password {sandbox.Users[0].Password}   (the same for all)

              AvayaCloud__IdentityUrl={sandbox.Address.ToString().TrimEnd('/')}
              AvayaCloud__SpacesUrl={new Uri(sandbox.Address, "/api")}
              AvayaCloud__ClientId={sandbox.Client.ClientId}
              AvayaCloud__ClientSecret={sandbox.Client.ClientSecret}

            {string.Join('\n', apps)}

            Callbacks: any loopback address with the path /signin-avaya. Press Ctrl+C to stop.

            """;
    }
}
