using System.Security.Cryptography;
using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>All codes and tokens that were issued. A refresh invalidates the old refresh token and the old access token [wire 2.5].</summary>
internal sealed class TokenVault(SandboxOptions options, TimeProvider clock)
{
    // [guess: DOP]
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessToken> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefreshToken> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedTokens> _latest = new(StringComparer.Ordinal);

    /// <summary>40 hexadecimal characters, like all codes, secrets and tokens [seed 1].</summary>
    public static string NewValue() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    public string CreateCode(AuthorizationRequest request, Person user)
    {
        var value = NewValue();
        lock (_lock)
            _codes[value] = new AuthorizationCode(request, user, clock.GetUtcNow() + CodeLifetime);
        return value;
    }

    /// <summary>A code that has not expired, redeemed or not.</summary>
    public AuthorizationCode? FindCode(string value)
    {
        lock (_lock)
            return _codes.TryGetValue(value, out var code) && code.Expires > clock.GetUtcNow() ? code : null;
    }

    /// <summary>Null the second time, which revokes what the first time gave: RFC 6749 §4.1.2.</summary>
    public IssuedTokens? RedeemCode(AuthorizationCode code, ClientType clientType)
    {
        lock (_lock)
        {
            if (code.Grant is { } redeemed)
            {
                redeemed.IsRevoked = true;
                return null;
            }

            code.Grant = new Grant
            {
                User = code.User,
                Scopes = code.Request.Scopes,
                IsOffline = code.Request.IsOffline,
                IsPublicClient = clientType == ClientType.Public,
            };
            return Issue(code.Grant);
        }
    }

    public IssuedTokens IssueTokens(Grant grant)
    {
        lock (_lock)
            return Issue(grant);
    }

    /// <summary>Null for a token that is not valid, or not for this client type.</summary>
    public IssuedTokens? RefreshTokens(string refreshToken, ClientType clientType, out bool isReuse)
    {
        isReuse = false;
        lock (_lock)
        {
            if (!_refreshTokens.TryGetValue(refreshToken, out var old))
                return null;
            if (clientType == ClientType.Public && !old.Grant.IsPublicClient)
                return null;
            if (old.IsUsed)
            {
                // RFC 9700 §4.14.2: there is a copy, so no token of this grant can be trusted any more.
                old.Grant.IsRevoked |= options.RevokeFamilyOnReuse;
                isReuse = true;
                return null;
            }

            if (old.Grant.IsRevoked)
                return null;
            old.IsUsed = true;
            _accessTokens.Remove(old.AccessToken);
            return Issue(old.Grant);
        }
    }

    /// <summary>Null for an access token that is not valid.</summary>
    public Grant? FindByAccessToken(string accessToken)
    {
        lock (_lock)
        {
            var isValid = _accessTokens.TryGetValue(accessToken, out var token)
                && token.Expires > clock.GetUtcNow()
                && !token.Grant.IsRevoked;
            return isValid ? token!.Grant : null;
        }
    }

    /// <summary>The grant of a refresh token, valid or not.</summary>
    public Grant? FindByRefreshToken(string refreshToken)
    {
        lock (_lock)
            return _refreshTokens.GetValueOrDefault(refreshToken)?.Grant;
    }

    public bool IsRefreshTokenValid(string refreshToken)
    {
        lock (_lock)
            return _refreshTokens.TryGetValue(refreshToken, out var token) && token is { IsUsed: false, Grant.IsRevoked: false };
    }

    public SandboxTokenPair? FindLatest(Func<Grant, bool> predicate)
    {
        lock (_lock)
            return _latest.Values.FirstOrDefault(it => predicate(it.Grant))?.Pair;
    }

    public void ExpireAccessTokens(Func<Grant, bool> predicate)
    {
        lock (_lock)
        {
            foreach (var (value, _) in _accessTokens.Where(it => predicate(it.Value.Grant)).ToList())
                _accessTokens.Remove(value);
        }
    }

    public void Revoke(Func<Grant, bool> predicate)
    {
        lock (_lock)
        {
            var grants = _refreshTokens.Values.Select(it => it.Grant).Concat(_accessTokens.Values.Select(it => it.Grant));
            foreach (var grant in grants.Where(predicate))
                grant.IsRevoked = true;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _codes.Clear();
            _accessTokens.Clear();
            _refreshTokens.Clear();
            _latest.Clear();
        }
    }

    private IssuedTokens Issue(Grant grant)
    {
        var pair = new SandboxTokenPair(NewValue(), grant.IsOffline ? NewValue() : null);
        _accessTokens[pair.AccessToken] = new AccessToken(grant, clock.GetUtcNow() + options.AccessTokenLifetime);
        if (pair.RefreshToken is { } refreshToken)
            _refreshTokens[refreshToken] = new RefreshToken(grant, pair.AccessToken);
        return _latest[grant.User.Login] = new IssuedTokens(grant, pair);
    }

    private sealed record AccessToken(Grant Grant, DateTimeOffset Expires);

    private sealed record RefreshToken(Grant Grant, string AccessToken)
    {
        public bool IsUsed { get; set; }
    }
}

/// <summary>An authorization code: valid for ten minutes, redeemed once.</summary>
internal sealed class AuthorizationCode(AuthorizationRequest request, Person user, DateTimeOffset expires)
{
    public AuthorizationRequest Request { get; } = request;

    public Person User { get; } = user;

    public DateTimeOffset Expires { get; } = expires;

    /// <summary>Null until the code is redeemed.</summary>
    public Grant? Grant { get; set; }
}
