using Microsoft.AspNetCore.Http.Extensions;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>
/// A request that can be shown for consent, or the error page that it earns. None of these errors is redirected [wire 2.4].
/// </summary>
internal abstract record AuthorizationReading
{
    private static readonly string[] Known =
        ["client_id", "redirect_uri", "response_type", "scope", "state", "access_type", "code_challenge", "code_challenge_method"];

    private AuthorizationReading()
    {
    }

    public sealed record Good(AuthorizationRequest Request) : AuthorizationReading;

    public sealed record Refused(string Error, string Description) : AuthorizationReading;

    public static AuthorizationReading Of(HttpRequest request, SandboxClient client, SandboxOptions options)
    {
        var query = request.Query;
        string? One(string name) => query[name] is { Count: > 0 } values ? values[0] : null;

        // RFC 6749 §3.1: no parameter twice. Others than ours (grand_type, product_name …) are ignored.
        if (Known.FirstOrDefault(name => query[name].Count > 1) is { } twice)
            return new Refused("invalid_request", $"The parameter {twice} was sent more than once.");
        if (!client.IsClient(One("client_id")))
            return new Refused("unauthorized_client", "An unauthorized client tried to access your resources.");
        if (!options.MayReturnTo(One("redirect_uri")))
            return new Refused("invalid_request", "The requested redirect didn't match the client settings.");
        if (string.IsNullOrEmpty(One("response_type")))
            return new Refused("invalid_request", "No response_type was given.");
        if (One("response_type") is not ("code" or "token"))
            return new Refused("unsupported_response_type", "This response_type is not supported.");
        if (Scope.Parse(One("scope")) is not { } scopes)
            return new Refused("invalid_scope", "The requested scope is not known.");
        if (!Pkce.TryRead(One("code_challenge"), One("code_challenge_method"), out var pkce))
            return new Refused("invalid_request", "The code challenge or its method is not valid.");

        return new Good(new AuthorizationRequest
        {
            Id = TokenVault.NewValue(),
            ClientId = client.ClientId,
            RedirectUri = One("redirect_uri")!,
            Scopes = scopes,
            IsImplicit = One("response_type") == "token",
            Pkce = pkce,
            State = One("state"),
            Offline = One("access_type") != "online",
            Original = request.GetEncodedPathAndQuery(),
        });
    }
}
