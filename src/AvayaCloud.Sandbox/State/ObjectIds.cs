namespace AvayaCloud.Sandbox.State;

/// <summary>New Mongo object ids [wire 4.0]: the hash of a count, so that two runs of one seed that do the same get the same.</summary>
internal sealed class ObjectIds(SandboxOptions options)
{
    private int _count;

    public string Next(DateTimeOffset at) => Derived.ObjectId(
        options.Seed,
        string.Create(CultureInfo.InvariantCulture, $"new {at.ToUnixTimeMilliseconds()} {Interlocked.Increment(ref _count)}"));
}
