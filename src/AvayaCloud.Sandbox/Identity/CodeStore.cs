namespace AvayaCloud.Sandbox.Identity;

/// <summary>Authorization codes: ten minutes, once [guess: DOP].</summary>
internal sealed class CodeStore(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Code> _codes = new(StringComparer.Ordinal);

    public string Issue(AuthorizationRequest request, Person person)
    {
        var value = TokenVault.NewValue();
        _codes[value] = new Code(request, person, clock.GetUtcNow() + Lifetime);
        return value;
    }

    public Code? Find(string value) => _codes.GetValueOrDefault(value);

    public bool IsExpired(Code code) => code.Expires <= clock.GetUtcNow();

    public void Clear() => _codes.Clear();
}

internal sealed class Code(AuthorizationRequest request, Person person, DateTimeOffset expires)
{
    private readonly Lock _gate = new();
    private Grant? _grant;
    private bool _isSpent;

    public AuthorizationRequest Request { get; } = request;

    public Person Person { get; } = person;

    public DateTimeOffset Expires { get; } = expires;

    /// <summary>False the second time, and then what the first time gave is revoked: RFC 6749 §4.1.2.</summary>
    public bool TrySpend(Func<Grant> grant)
    {
        lock (_gate)
        {
            if (_isSpent)
            {
                _grant!.IsRevoked = true;
                return false;
            }

            _isSpent = true;
            _grant = grant();
            return true;
        }
    }
}
