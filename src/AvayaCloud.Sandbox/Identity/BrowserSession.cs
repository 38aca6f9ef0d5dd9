namespace AvayaCloud.Sandbox.Identity;

/// <summary>One browser at the identity server: its signed-in user, and the authorization requests that await consent.</summary>
internal sealed class BrowserSession
{
    private const int MaxPending = 8;

    private readonly Lock _lock = new();
    private readonly List<AuthorizationRequest> _pending = [];
    private string? _callback;

    public Person? User { get; set; }

    public void AddPending(AuthorizationRequest request)
    {
        lock (_lock)
        {
            _pending.Add(request);
            if (_pending.Count > MaxPending)
                _pending.RemoveAt(0);
        }
    }

    /// <summary>The request with this id, so that two tabs do not answer for each other; without an id the newest.</summary>
    public AuthorizationRequest? FindPending(string? id = null)
    {
        lock (_lock)
            return id is null ? _pending.LastOrDefault() : _pending.Find(it => it.Id == id);
    }

    public void Complete(AuthorizationRequest request, string callback)
    {
        lock (_lock)
        {
            _pending.Remove(request);
            _callback = callback;
        }
    }

    /// <summary>The address that the last decision leads to. It is returned once.</summary>
    public string? TakeCallback() => Interlocked.Exchange(ref _callback, null);
}
