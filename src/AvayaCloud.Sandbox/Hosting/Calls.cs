namespace AvayaCloud.Sandbox.Hosting;

/// <summary>The log entry of the request under way, for the endpoint to say how it went.</summary>
internal static class Calls
{
    private static readonly object Key = new();

    public static void Keep(this HttpContext context, SandboxCall call) => context.Items[Key] = call;

    public static SandboxCall? Call(this HttpContext context) => context.Items[Key] as SandboxCall;

    public static void Outcome(this HttpContext context, string outcome, string? person = null)
    {
        if (context.Call() is not { } call)
            return;
        call.Outcome = outcome;
        call.Person = person ?? call.Person;
    }
}
