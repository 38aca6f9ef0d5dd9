namespace AvayaCloud.Sandbox.Identity;

/// <summary>All tokens that are out. Rotation kills the old refresh token and the old access token [wire 2.5].</summary>
internal sealed class TokenVault(SandboxOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Access> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Refresh> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Grant Grant, SandboxTokenPair Pair)> _latest = new(StringComparer.Ordinal);

    /// <summary>40 hexadecimal characters, as codes, secrets and tokens have [seed 1].</summary>
    public static string NewValue() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    public SandboxTokenPair Issue(Grant grant)
    {
        lock (_gate)
            return IssueLocked(grant);
    }

    public Rotation Rotate(string refreshToken, Func<Grant, bool> mayUse)
    {
        lock (_gate)
        {
            if (!_refresh.TryGetValue(refreshToken, out var old) || !mayUse(old.Grant))
                return new Rotation.Unknown();
            if (old.IsSpent)
            {
                // RFC 9700 §4.14.2: somebody has a copy, so nobody may go on with this family.
                old.Grant.IsRevoked |= options.RevokeFamilyOnReuse;
                return new Rotation.Reused();
            }

            if (old.Grant.IsRevoked)
                return new Rotation.Unknown();
            old.IsSpent = true;
            _access.Remove(old.AccessToken);
            return new Rotation.Done(old.Grant, IssueLocked(old.Grant));
        }
    }

    /// <summary>Whose living access token this is; null for any other string.</summary>
    public Grant? GrantOfAccess(string accessToken)
    {
        lock (_gate)
            return _access.TryGetValue(accessToken, out var it) && it.Expires > clock.GetUtcNow() && !it.Grant.IsRevoked ? it.Grant : null;
    }

    /// <summary>Whose refresh token this is or was.</summary>
    public Grant? GrantOfRefresh(string refreshToken)
    {
        lock (_gate)
            return _refresh.GetValueOrDefault(refreshToken)?.Grant;
    }

    public bool IsRefreshAlive(string refreshToken)
    {
        lock (_gate)
            return _refresh.TryGetValue(refreshToken, out var it) && it is { IsSpent: false, Grant.IsRevoked: false };
    }

    public SandboxTokenPair? Latest(Func<Grant, bool> which)
    {
        lock (_gate)
            return _latest.Values.FirstOrDefault(it => which(it.Grant)).Pair;
    }

    public void ExpireAccess(Func<Grant, bool> which)
    {
        lock (_gate)
        {
            foreach (var (value, _) in _access.Where(it => which(it.Value.Grant)).ToList())
                _access.Remove(value);
        }
    }

    public void Revoke(Func<Grant, bool> which)
    {
        lock (_gate)
        {
            foreach (var grant in _refresh.Values.Select(it => it.Grant).Concat(_access.Values.Select(it => it.Grant)).Where(which))
                grant.IsRevoked = true;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _access.Clear();
            _refresh.Clear();
            _latest.Clear();
        }
    }

    private SandboxTokenPair IssueLocked(Grant grant)
    {
        var pair = new SandboxTokenPair(NewValue(), grant.Offline ? NewValue() : null);
        _access[pair.AccessToken] = new Access(grant, clock.GetUtcNow() + options.AccessTokenLifetime);
        if (pair.RefreshToken is { } refresh)
            _refresh[refresh] = new Refresh(grant, pair.AccessToken);
        _latest[grant.Person.Login] = (grant, pair);
        return pair;
    }

    private sealed class Access(Grant grant, DateTimeOffset expires)
    {
        public Grant Grant { get; } = grant;

        public DateTimeOffset Expires { get; } = expires;
    }

    private sealed class Refresh(Grant grant, string accessToken)
    {
        public Grant Grant { get; } = grant;

        public string AccessToken { get; } = accessToken;

        public bool IsSpent { get; set; }
    }
}
