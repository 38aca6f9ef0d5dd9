namespace AvayaCloud.Sandbox;

/// <summary>All codes and tokens that were issued. A test can expire, revoke and inspect them.</summary>
public sealed class TokenVault(SandboxOptions options, TimeProvider clock)
{
    // [guess: DOP]
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly List<IssuedTokens> _issued = [];
    private readonly Dictionary<string, IssuedTokens> _byAccessToken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IssuedTokens> _byRefreshToken = new(StringComparer.Ordinal);

    /// <summary>Expires the access tokens of this user, or of all: the API rejects them with 401, and refreshing still works.</summary>
    public void ExpireAccessTokens(string? username = null)
    {
        lock (_lock)
        {
            foreach (var tokens in _issued.Where(it => username is null || BelongsTo(it, username)))
                tokens.AccessTokenExpires = DateTimeOffset.MinValue;
        }
    }

    /// <summary>Revokes access and refresh tokens of the user, as a sign-out elsewhere does.</summary>
    public void RevokeSession(string username)
    {
        lock (_lock)
        {
            foreach (var tokens in _issued.Where(it => BelongsTo(it, username)))
                tokens.Grant.IsRevoked = true;
        }
    }

    public bool IsAccessTokenAlive(string accessToken) => FindByAccessToken(accessToken) is not null;

    public bool IsRefreshTokenAlive(string refreshToken)
    {
        lock (_lock)
            return _byRefreshToken.TryGetValue(refreshToken, out var tokens) && tokens is { IsRefreshed: false, Grant.IsRevoked: false };
    }

    /// <summary>The user's newest tokens; null when none were issued.</summary>
    public SandboxTokenPair? LatestTokens(string username)
    {
        lock (_lock)
            return _issued.FindLast(it => BelongsTo(it, username))?.Pair;
    }

    /// <summary>40 hexadecimal characters, like all codes, secrets and tokens [seed 1].</summary>
    internal static string NewValue() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    internal string CreateCode(AuthorizationRequest request, Person user)
    {
        var value = NewValue();
        lock (_lock)
            _codes[value] = new AuthorizationCode(request, user, clock.GetUtcNow() + CodeLifetime);
        return value;
    }

    /// <summary>A code that has not expired, redeemed or not.</summary>
    internal AuthorizationCode? FindCode(string value)
    {
        lock (_lock)
            return _codes.TryGetValue(value, out var code) && code.Expires > clock.GetUtcNow() ? code : null;
    }

    /// <summary>Null the second time, which revokes what the first time gave: RFC 6749 §4.1.2.</summary>
    internal IssuedTokens? RedeemCode(AuthorizationCode code, bool isPublicClient)
    {
        lock (_lock)
        {
            if (code.Grant is { } redeemed)
            {
                redeemed.IsRevoked = true;
                return null;
            }

            var request = code.Request;
            code.Grant = new Grant
            {
                User = code.User,
                Scopes = request.Scopes,
                IsOffline = request.IsOffline,
                IsPublicClient = isPublicClient,
            };
            return IssueTokens(code.Grant);
        }
    }

    internal IssuedTokens IssueTokens(Grant grant)
    {
        var pair = new SandboxTokenPair(NewValue(), grant.IsOffline ? NewValue() : null);
        var tokens = new IssuedTokens(grant, pair) { AccessTokenExpires = clock.GetUtcNow() + options.AccessTokenLifetime };
        lock (_lock)
        {
            _issued.Add(tokens);
            _byAccessToken[pair.AccessToken] = tokens;
            if (pair.RefreshToken is not null)
                _byRefreshToken[pair.RefreshToken] = tokens;
        }

        return tokens;
    }

    /// <summary>Null for a token that is not valid, or not for this type of client.</summary>
    internal IssuedTokens? RefreshTokens(string refreshToken, bool isPublicClient, out bool isReuse)
    {
        isReuse = false;
        lock (_lock)
        {
            if (!_byRefreshToken.TryGetValue(refreshToken, out var old) || (isPublicClient && !old.Grant.IsPublicClient))
                return null;
            if (old.IsRefreshed)
            {
                // RFC 9700 §4.14.2: there is a copy, so no token of this grant can be trusted any more.
                old.Grant.IsRevoked |= options.RevokeFamilyOnReuse;
                isReuse = true;
                return null;
            }

            if (old.Grant.IsRevoked)
                return null;
            old.IsRefreshed = true;
            return IssueTokens(old.Grant);
        }
    }

    /// <summary>Null for an access token that is not valid.</summary>
    internal Grant? FindByAccessToken(string accessToken)
    {
        lock (_lock)
        {
            return _byAccessToken.TryGetValue(accessToken, out var tokens)
                && tokens is { IsRefreshed: false, Grant.IsRevoked: false }
                && tokens.AccessTokenExpires > clock.GetUtcNow()
                ? tokens.Grant
                : null;
        }
    }

    /// <summary>The grant of a refresh token, valid or not.</summary>
    internal Grant? FindByRefreshToken(string refreshToken)
    {
        lock (_lock)
            return _byRefreshToken.GetValueOrDefault(refreshToken)?.Grant;
    }

    /// <summary>Revokes the grant of a refresh token, valid or not. Null for a token that was never issued.</summary>
    internal Grant? Revoke(string refreshToken)
    {
        lock (_lock)
        {
            if (FindByRefreshToken(refreshToken) is not { } grant)
                return null;
            grant.IsRevoked = true;
            return grant;
        }
    }

    internal void Clear()
    {
        lock (_lock)
        {
            _codes.Clear();
            _issued.Clear();
            _byAccessToken.Clear();
            _byRefreshToken.Clear();
        }
    }

    private static bool BelongsTo(IssuedTokens tokens, string username) =>
        string.Equals(tokens.Grant.User.Login, username, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An access token and the refresh token that was issued with it.</summary>
public sealed record SandboxTokenPair(string AccessToken, string? RefreshToken)
{
    public override string ToString() => "(tokens)";
}
