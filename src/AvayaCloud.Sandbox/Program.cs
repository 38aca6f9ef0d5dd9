namespace AvayaCloud.Sandbox;

internal static class Program
{
    private static Task Main() => Task.CompletedTask;
}
