using AvayaCloud.Sandbox;

namespace SpacesPortal.Hosting;

/// <summary>Tells a developer where to go and who to be. Operators get the log alone.</summary>
internal static class Banner
{
    public static void Announce(WebApplication app, SandboxServer? sandbox)
    {
        if (sandbox is null)
            return;

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            Console.WriteLine();
            Console.WriteLine($"  Spaces Portal    {string.Join("  ", app.Urls)}");
            Console.WriteLine($"  Avaya sandbox    {sandbox.Address}");
            Console.WriteLine();
            Console.WriteLine("  Sign in as one of the demo people:");
            foreach (var person in sandbox.People)
                Console.WriteLine($"    {person.Username,-34} {person.Password,-18} {person.Role}");
            Console.WriteLine();
        });
    }
}
