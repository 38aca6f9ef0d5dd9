namespace AvayaCloud.Sandbox;

/// <summary>
/// What shall go wrong next. A route is a kind of call as the log names it ("token.refresh", "api.users.me"), a family of them
/// ("token", "api"), a path ("/api/users/me") or "*"; the first fault that fits is used up by the next call.
/// </summary>
public sealed class SandboxFaults
{
    /// <summary>For faults that stay until cleared.</summary>
    public const int Always = int.MaxValue;

    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];

    // Held faults that are used up still hold somebody's answer.
    private readonly HashSet<Fault.Held> _used = [];

    /// <summary>What is still to come, in words.</summary>
    public IReadOnlyList<string> Pending
    {
        get
        {
            lock (_gate)
                return [.. _entries.Select(it => $"{it.Route}: {it.Fault.Name}, {(it.Left == Always ? "always" : $"{it.Left} more")}")];
        }
    }

    public void Next(string route, Fault fault, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(route);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
            _entries.Add(new Entry(route, fault, times));
    }

    /// <summary>The next answers on this route wait for <see cref="HeldAnswer.Release"/>.</summary>
    public HeldAnswer Hold(string route, int times = 1)
    {
        var held = new HeldAnswer();
        Next(route, new Fault.Held(held, BeforeEffect: false), times);
        return held;
    }

    /// <summary>
    /// The next calls on this route wait for <see cref="HeldAnswer.Release"/> before they have any effect. One whose caller goes away
    /// meanwhile
    /// never has one.
    /// </summary>
    public HeldAnswer HoldBefore(string route, int times = 1)
    {
        var held = new HeldAnswer();
        Next(route, new Fault.Held(held, BeforeEffect: true), times);
        return held;
    }

    /// <summary>Forgets what is pending and lets held answers go.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (var held in _entries.Select(it => it.Fault).Concat(_used).OfType<Fault.Held>())
                held.Answers.Release();
            _entries.Clear();
            _used.Clear();
        }
    }

    internal Fault? Take(SandboxCall call)
    {
        lock (_gate)
        {
            var entry = _entries.Find(it => call.Is(it.Route));
            if (entry is null)
                return null;
            if (entry.Left != Always && --entry.Left == 0)
                _entries.Remove(entry);
            if (entry.Fault is Fault.Held held)
                _used.Add(held);
            return entry.Fault;
        }
    }

    private sealed class Entry(string route, Fault fault, int left)
    {
        public string Route { get; } = route;

        public Fault Fault { get; } = fault;

        public int Left { get; set; } = left;
    }
}
