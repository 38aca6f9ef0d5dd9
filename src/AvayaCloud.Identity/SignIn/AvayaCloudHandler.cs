using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity;

/// <summary>The Avaya Cloud code flow. In addition to the framework's handler it has strict callbacks, single-use states, limited pending
/// sign-ins, a cause for every failure and no secrets in messages, and it accepts token responses without <c>token_type</c>.</summary>
internal sealed class AvayaCloudHandler(
    IOptionsMonitor<AvayaCloudOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SignInCorrelation correlation, ConsumedStates consumedStates, TokenEndpoint tokens, SignInExchange exchange)
    : OAuthHandler<AvayaCloudOptions>(options, logger, encoder)
{
    private const string CorrelationKey = "pending";

    private string RedirectUri => Options.RedirectUri ?? BuildRedirectUri(Options.CallbackPath);

    /// <summary>The provider redirects by GET; other methods are not callbacks.</summary>
    public override async Task<bool> ShouldHandleRequestAsync() =>
        HttpMethods.IsGet(Request.Method) && await base.ShouldHandleRequestAsync();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        properties.RedirectUri = ReturnUrl.Sanitize(properties.RedirectUri ?? OriginalPathBase + OriginalPath + Request.QueryString);
        if (Context.HasEndedSession())
        {
            await RedirectToEndedPageAsync(properties.RedirectUri);
            return;
        }

        properties.IssuedUtc = TimeProvider.GetUtcNow();
        properties.Items[CorrelationKey] = correlation.Add(Context, Options.CorrelationCookie, properties.RedirectUri);
        // Not the base class's challenge, which logs the state and the cookie at Debug.
        Response.Headers.CacheControl = "no-store";
        Response.Redirect(BuildChallengeUrl(properties, RedirectUri));
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var request = new OpenIdConnectMessage
        {
            IssuerAddress = Options.AuthorizationEndpoint,
            ClientId = Options.ClientId,
            RedirectUri = redirectUri,
            ResponseType = OpenIdConnectResponseType.Code,
            Scope = string.Join(' ', Options.Scope),
            EnableTelemetryParameters = false,
        };
        request.SetParameter("access_type", "offline"); // [seed 1]: without it there is no refresh token
        if (Options.Pkce is not PkceMethod.None)
        {
            // RFC 7636 sections 4.1 and 4.2: 43 characters from 32 random bytes, and their hash.
            var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
            var hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
            var isS256 = Options.Pkce is PkceMethod.S256;
            properties.Items[OAuthConstants.CodeVerifierKey] = verifier;
            request.SetParameter(OAuthConstants.CodeChallengeKey, isS256 ? hash : verifier);
            request.SetParameter(OAuthConstants.CodeChallengeMethodKey, isS256 ? OAuthConstants.CodeChallengeMethodS256 : "plain");
        }

        request.State = Options.StateDataFormat.Protect(properties);
        return request.CreateAuthenticationRequestUrl();
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var callback = CallbackParameters.Read(Request.Query);
        if (callback is null || Options.StateDataFormat.Unprotect(callback.State) is not { } properties
            || !properties.Items.Remove(CorrelationKey, out var id) || id is null)
        {
            return Fail(SignInCause.Tampered, "the state is not ours", correlation.GetNewestReturnUrl(Context, Options.CorrelationCookie));
        }

        var returnUrl = ReturnUrl.Sanitize(properties.RedirectUri);
        var isOfThisBrowser = SignInCorrelation.TryRemove(Context, Options.CorrelationCookie, id);
        if (properties.IssuedUtc + SignInCorrelation.Lifetime < TimeProvider.GetUtcNow())
            return Fail(SignInCause.Stale, "the sign-in took too long", returnUrl);
        if (!isOfThisBrowser)
            return Fail(SignInCause.LostCookie, "the browser has no cookie of this sign-in", returnUrl);
        if (!consumedStates.TryConsume(id))
            return Fail(SignInCause.Stale, "the state was used before", returnUrl);
        // RFC 9207 section 2.4: a response of another server would make the portal send its code here, or ours there.
        if (callback.Issuer is { } issuer && Options.Issuer is { } expected && issuer.TrimEnd('/') != expected)
            return Fail(SignInCause.Tampered, "the response names another issuer", returnUrl);
        if (callback.Error is { } error)
        {
            var cause = error == "access_denied" ? SignInCause.Denied : SignInCause.ProviderRefused;
            return Fail(cause, "the provider responded with an error", returnUrl);
        }

        if (callback.Code is not { } code)
            return Fail(SignInCause.Tampered, "the response has neither code nor error", returnUrl);

        properties.Items.TryGetValue(OAuthConstants.CodeVerifierKey, out var verifier);
        var response = await tokens.ExchangeCodeAsync(code, RedirectUri, verifier, Context.RequestAborted);
        return await exchange.OpenSessionAsync(response, Context.RequestAborted) switch
        {
            SignInExchange.Opened(var session) => Succeed(session, returnUrl),
            SignInExchange.Failed(var cause, var detail) => Fail(cause, detail, returnUrl),
            _ => throw new InvalidOperationException("This outcome of the sign-in is not handled."),
        };
    }

    private async Task RedirectToEndedPageAsync(string returnUrl)
    {
        // Only the page that leads to a new sign-in deletes the cookie. Any other response may be late and would delete the next session's.
        // W3C Fetch Metadata, section 2.1. Browsers omit the header over http, so a request without it may be a page.
        var isPage = (string?)Request.Headers["Sec-Fetch-Dest"] is null or "document";
        var reason = Context.GetSessionEnd();
        if (isPage && reason is not SessionEndReason.Replaced)
            await Context.SignOutAsync(AvayaCloudDefaults.SessionScheme);

        var query = new Dictionary<string, string?>
        {
            ["returnUrl"] = returnUrl,
            ["reason"] = reason is SessionEndReason.Elsewhere ? "elsewhere" : null,
        };
        Response.Redirect(QueryHelpers.AddQueryString(OriginalPathBase + Options.SessionEndedPath, query));
    }

    private static HandleRequestResult Succeed(Session session, string returnUrl)
    {
        var ticket = SessionTicket.Create(session);
        ticket.Properties.RedirectUri = returnUrl;
        return HandleRequestResult.Success(ticket);
    }

    private static HandleRequestResult Fail(SignInCause cause, string detail, string returnUrl) =>
        HandleRequestResult.Fail(new SignInFailedException(cause, detail), new AuthenticationProperties { RedirectUri = returnUrl });
}
