namespace AvayaCloud.Sandbox;

/// <summary>Faults for the next requests. A route is a kind of request as in the log ("token.refresh", "api.users.me"), a family of kinds
/// ("token", "api"), a path ("/api/users/me") or "*". The next request on the route uses up the first fault that matches.</summary>
public sealed class SandboxFaults
{
    /// <summary>The number of times for a fault that stays until it is cleared.</summary>
    public const int Always = int.MaxValue;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    // Used up, but requests may still wait in them.
    private readonly HashSet<Fault.Held> _used = [];

    /// <summary>The faults that are still to come, in words.</summary>
    public IReadOnlyList<string> Pending
    {
        get
        {
            lock (_lock)
                return [.. _entries.Select(it => it.Describe())];
        }
    }

    public void Add(string route, Fault fault, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(route);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_lock)
            _entries.Add(new Entry(route, fault) { Remaining = times });
    }

    /// <summary>The next requests on the route take effect; their responses wait for <see cref="HeldRequest.Release"/>.</summary>
    public HeldRequest HoldResponse(string route, int times = 1) => Hold(route, times, beforeEffect: false);

    /// <summary>The next requests on the route wait for <see cref="HeldRequest.Release"/> before they take effect. If the caller
    /// disconnects while the request waits, it never takes effect.</summary>
    public HeldRequest HoldRequest(string route, int times = 1) => Hold(route, times, beforeEffect: true);

    /// <summary>Removes all faults and releases held requests.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (var held in _entries.Select(it => it.Fault).Concat(_used).OfType<Fault.Held>())
                held.Request.Release();
            _entries.Clear();
            _used.Clear();
        }
    }

    internal Fault? Take(LoggedRequest request)
    {
        lock (_lock)
        {
            var entry = _entries.Find(it => request.Matches(it.Route));
            if (entry is null)
                return null;
            if (entry.Remaining != Always && --entry.Remaining == 0)
                _entries.Remove(entry);
            if (entry.Fault is Fault.Held held)
                _used.Add(held);
            return entry.Fault;
        }
    }

    private HeldRequest Hold(string route, int times, bool beforeEffect)
    {
        var held = new HeldRequest();
        Add(route, new Fault.Held(held, beforeEffect), times);
        return held;
    }

    private sealed class Entry(string route, Fault fault)
    {
        public string Route { get; } = route;
        public Fault Fault { get; } = fault;
        public required int Remaining { get; set; }

        public string Describe()
        {
            var times = Remaining == Always ? "always" : $"{Remaining} more";
            return $"{Route}: {Fault.Name}, {times}";
        }
    }
}
