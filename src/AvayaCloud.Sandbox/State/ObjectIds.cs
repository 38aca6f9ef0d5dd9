namespace AvayaCloud.Sandbox.State;

/// <summary>New MongoDB object ids [wire 4.0]. They are hashes of a counter, so two equal runs with one seed get equal ids.</summary>
internal sealed class ObjectIds(SandboxOptions options)
{
    private int _count;

    public string Next(DateTimeOffset time) => Derived.ObjectId(
        options.Seed,
        string.Create(CultureInfo.InvariantCulture, $"new {time.ToUnixTimeMilliseconds()} {Interlocked.Increment(ref _count)}"));
}
