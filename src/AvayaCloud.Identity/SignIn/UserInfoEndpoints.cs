using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity;

/// <summary>Asks the provider who signed in: tokeninfo with the id_token, users/me with the access token (wire 2.7, 4.2).</summary>
internal sealed class UserInfoEndpoints(ProviderBackchannel backchannel, IOptionsMonitor<AvayaCloudOptions> options, TimeProvider clock)
{
    private AvayaCloudOptions Client => options.Get(AvayaCloudDefaults.AuthenticationScheme);

    /// <summary>The id_token is in the address, because the provider offers no other way [seed 1]. Addresses are not logged.</summary>
    public async Task<UserInfoResponse> ReadTokenInfoAsync(string idToken, CancellationToken cancellationToken)
    {
        var address = QueryHelpers.AddQueryString(Client.TokenInfoEndpoint, "id_token", idToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await backchannel.SendAsync(request, cancellationToken);
        if (response.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone)
            return new UserInfoResponse.NotServed();
        return Parse(response, json => json.FindString("audience") == Client.ClientId
            ? new UserInfoResponse.Known(ParseTokenInfo(json))
            : new UserInfoResponse.Failed(SignInCause.WrongAudience, "the audience is another client"));
    }

    /// <summary>After the timeout, which is shorter than the back channel's, the API counts as down.</summary>
    public async Task<UserInfoResponse> ReadUserAsync(AccessToken token, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, Client.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        try
        {
            var response = await backchannel.SendAsync(request, either.Token);
            return Parse(response, json => json.FindString("_id") is { Length: > 0 and <= SignedInUser.MaxIdLength } id
                ? new UserInfoResponse.Known(ParseUser(id, json))
                : Down("the response names no user"));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Down("no response in time");
        }
    }

    private static UserInfoResponse Parse(ProviderResponse response, Func<JsonElement, UserInfoResponse> parse) => response switch
    {
        { IsSuccess: true, Body: { ValueKind: JsonValueKind.Object } json } => parse(json),
        { IsSuccess: true } => Down("the response was not a JSON object"),
        { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests } =>
            new UserInfoResponse.Failed(SignInCause.ProviderRefused, response.ToString()),
        _ => Down(response.ToString()),
    };

    private static UserInfoResponse.Failed Down(string detail) => new(SignInCause.ProviderDown, detail);

    private static SignedInUser ParseTokenInfo(JsonElement json)
    {
        var user = json.FindObject("user");
        return new SignedInUser(
            UserId: "",
            json.FindString("user_id") ?? user?.FindString("id"),
            JoinNames(user?.FindString("first_name"), user?.FindString("last_name")),
            user?.FindString("username"),
            user?.FindString("picture_url"));
    }

    private static SignedInUser ParseUser(string id, JsonElement json)
    {
        var name = json.FindObject("name");
        var displayName = json.FindString("displayname") is { Length: > 0 } given
            ? given
            : JoinNames(name?.FindString("givenname"), name?.FindString("familyname"));
        return new SignedInUser(id, json.FindString("ndbid"), displayName, FindEmail(json), json.FindString("picture_url"));
    }

    private static string JoinNames(params IEnumerable<string?> names) => string.Join(' ', names.Where(name => name is { Length: > 0 }));

    private static string? FindEmail(JsonElement json)
    {
        if (json.TryGetProperty("emails", out var emails) && emails.ValueKind == JsonValueKind.Array)
        {
            foreach (var email in emails.EnumerateArray().Where(email => email.ValueKind == JsonValueKind.Object))
            {
                if (email.TryGetProperty("primary", out var isPrimary) && isPrimary.ValueKind == JsonValueKind.True)
                    return email.FindString("value");
            }
        }

        return json.FindString("username");
    }
}

/// <summary>A response of tokeninfo or users/me.</summary>
internal abstract record UserInfoResponse
{
    public sealed record Known(SignedInUser User) : UserInfoResponse;

    /// <summary>The path does not exist. That of tokeninfo is a guess of the wire contract.</summary>
    public sealed record NotServed : UserInfoResponse;

    public sealed record Failed(SignInCause Cause, string Detail) : UserInfoResponse;
}
