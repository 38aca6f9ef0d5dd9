namespace AvayaCloud.Sandbox.Identity;

/// <summary>One browser at the identity server: who is signed in, and which consents are open.</summary>
internal sealed class BrowserSession
{
    private const int MostOpen = 8;

    private readonly Lock _gate = new();
    private readonly List<AuthorizationRequest> _open = [];
    private string? _decision;

    public Person? Person { get; set; }

    public void Capture(AuthorizationRequest request)
    {
        lock (_gate)
        {
            _open.Add(request);
            if (_open.Count > MostOpen)
                _open.RemoveAt(0);
        }
    }

    /// <summary>The named request, so that two tabs do not answer for each other; the newest when none is named.</summary>
    public AuthorizationRequest? Open(string? id = null)
    {
        lock (_gate)
            return id is null ? _open.LastOrDefault() : _open.Find(it => it.Id == id);
    }

    public void Decide(AuthorizationRequest request, string callback)
    {
        lock (_gate)
        {
            _open.Remove(request);
            _decision = callback;
        }
    }

    /// <summary>Where the decision leads; told once.</summary>
    public string? TakeDecision()
    {
        lock (_gate)
        {
            var decision = _decision;
            _decision = null;
            return decision;
        }
    }
}
