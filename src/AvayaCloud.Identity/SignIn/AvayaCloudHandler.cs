using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AvayaCloud.Identity;

/// <summary>
/// The Avaya Cloud code flow. The framework's steps are kept; what it leaves open is closed here: strict callbacks, states that are good
/// once, bounded pending sign-ins, token answers without <c>token_type</c>, a cause for every failure, and no secret in any message.
/// </summary>
internal sealed class AvayaCloudHandler(
    IOptionsMonitor<AvayaCloudOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SignInCorrelation pending, ConsumedStates spent, TokenEndpoint tokens, SignInExchange exchange)
    : OAuthHandler<AvayaCloudOptions>(options, logger, encoder)
{
    private const string PendingKey = "pending";

    /// <summary>The provider redirects by GET; nothing else is a callback.</summary>
    public override async Task<bool> ShouldHandleRequestAsync() =>
        HttpMethods.IsGet(Request.Method) && await base.ShouldHandleRequestAsync();

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        properties.RedirectUri = ReturnUrl.Sanitize(properties.RedirectUri ?? OriginalPathBase + OriginalPath + Request.QueryString);
        if (Context.HasEndedSession())
        {
            await EndedSessionCookie.DropAsync(Context);
            Response.Redirect(EndedPage(properties.RedirectUri));
            return;
        }

        properties.IssuedUtc = TimeProvider.GetUtcNow();
        properties.Items[PendingKey] = pending.Begin(Context, Options.CorrelationCookie, properties.RedirectUri);
        // The base class logs the challenge with its state and cookie at Debug.
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
            var verifier = ProofKey.CreateVerifier();
            properties.Items[OAuthConstants.CodeVerifierKey] = verifier;
            var (challenge, method) = ProofKey.Challenge(verifier, Options.Pkce);
            request.SetParameter(OAuthConstants.CodeChallengeKey, challenge);
            request.SetParameter(OAuthConstants.CodeChallengeMethodKey, method);
        }

        request.State = Options.StateDataFormat.Protect(properties);
        return request.CreateAuthenticationRequestUrl();
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var callback = CallbackParameters.Read(Request.Query);
        if (callback is null || Options.StateDataFormat.Unprotect(callback.State) is not { } properties
            || !properties.Items.Remove(PendingKey, out var id) || id is null)
        {
            return Problem(SignInCause.Tampered, "the state is not ours", pending.NewestReturnUrl(Context, Options.CorrelationCookie));
        }

        var returnUrl = ReturnUrl.Sanitize(properties.RedirectUri);
        var begunHere = pending.End(Context, Options.CorrelationCookie, id);
        if (properties.IssuedUtc + SignInCorrelation.Lifetime < TimeProvider.GetUtcNow())
            return Problem(SignInCause.Stale, "the sign-in took too long", returnUrl);
        if (!begunHere)
            return Problem(SignInCause.LostCookie, "the browser has no cookie of this sign-in", returnUrl);
        if (!spent.Spend(id))
            return Problem(SignInCause.Stale, "the state was used before", returnUrl);
        // RFC 9207 section 2.4: an answer of another server would have us send its code to ours, or ours to it.
        if (callback.Issuer is { } issuer && Options.Issuer is { } expected && issuer.TrimEnd('/') != expected)
            return Problem(SignInCause.Tampered, "the answer names another issuer", returnUrl);
        if (callback.Error is { } error)
        {
            var cause = error == "access_denied" ? SignInCause.Denied : SignInCause.ProviderRefused;
            return Problem(cause, "the provider answered with an error", returnUrl);
        }
        if (callback.Code is not { } code)
            return Problem(SignInCause.Tampered, "the answer holds neither code nor error", returnUrl);

        properties.Items.TryGetValue(OAuthConstants.CodeVerifierKey, out var verifier);
        var answer = await tokens.ExchangeCodeAsync(code, RedirectUri, verifier, Context.RequestAborted);
        return await exchange.OpenSessionAsync(answer, Context.RequestAborted) switch
        {
            SignInExchange.Opened(var session) => HandleRequestResult.Success(TicketOf(session, returnUrl)),
            SignInExchange.Failed(var cause, var detail) => Problem(cause, detail, returnUrl),
            _ => throw new InvalidOperationException("An outcome of the sign-in that nobody handles."),
        };
    }

    private string EndedPage(string returnUrl)
    {
        var reason = Context.GetSessionEnd() is SessionEndReason.Elsewhere ? "elsewhere" : null;
        var query = new Dictionary<string, string?> { ["returnUrl"] = returnUrl, ["reason"] = reason };
        return QueryHelpers.AddQueryString(OriginalPathBase + Options.SessionEndedPath, query);
    }

    private string RedirectUri => Options.RedirectUri ?? BuildRedirectUri(Options.CallbackPath);

    private static AuthenticationTicket TicketOf(Session session, string returnUrl)
    {
        var ticket = SessionTicket.Of(session);
        ticket.Properties.RedirectUri = returnUrl;
        return ticket;
    }

    private static HandleRequestResult Problem(SignInCause cause, string detail, string returnUrl) =>
        HandleRequestResult.Fail(new SignInProblemException(cause, detail), new AuthenticationProperties { RedirectUri = returnUrl });
}
