using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity;

/// <summary>Asks the provider who signed in: tokeninfo with the id_token, users/me with the access token (wire 2.7, 4.2).</summary>
internal sealed class UserInfoEndpoints(ProviderBackchannel backchannel, IOptionsMonitor<AvayaCloudOptions> options, TimeProvider clock)
{
    private AvayaCloudOptions Client => options.Get(AvayaCloudDefaults.AuthenticationScheme);

    /// <summary>
    /// The id_token stands in the address because the provider offers no other way [seed 1]; nothing here logs addresses.
    /// </summary>
    public async Task<UserInfoResponse> ReadTokenInfoAsync(string idToken, CancellationToken cancellationToken)
    {
        var address = QueryHelpers.AddQueryString(Client.TokenInfoEndpoint, "id_token", idToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var answer = await backchannel.SendAsync(request, cancellationToken);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Gone)
            return new UserInfoResponse.NotServed();
        return Read(answer, json => json.Text("audience") == Client.ClientId
            ? new UserInfoResponse.Known(OfTokenInfo(json))
            : new UserInfoResponse.OtherAudience());
    }

    /// <param name="token">Whose user it is.</param>
    /// <param name="patience">After so long the API counts as down, before the back channel's own limit.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<UserInfoResponse> ReadUserAsync(AccessToken token, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ReadUserAsync(token, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new UserInfoResponse.Unavailable("no answer in time");
        }
    }

    private async Task<UserInfoResponse> ReadUserAsync(AccessToken token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Client.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        var answer = await backchannel.SendAsync(request, cancellationToken);
        return Read(answer, json => json.Text("_id") is { Length: > 0 and <= SignedInUser.LongestId } id
            ? new UserInfoResponse.Known(OfUser(id, json))
            : new UserInfoResponse.Unavailable("the answer names nobody"));
    }

    private static UserInfoResponse Read(ProviderResponse answer, Func<JsonElement, UserInfoResponse> read) => answer switch
    {
        { IsSuccess: true, Body: { ValueKind: JsonValueKind.Object } json } => read(json),
        { Status: HttpStatusCode.TooManyRequests } => new UserInfoResponse.Unavailable(answer.ToString()),
        { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and var status } =>
            new UserInfoResponse.Refused((int)status),
        { IsSuccess: true } => new UserInfoResponse.Unavailable("the answer was no JSON object"),
        _ => new UserInfoResponse.Unavailable(answer.ToString()),
    };

    private static SignedInUser OfTokenInfo(JsonElement json)
    {
        var user = json.Object("user");
        return new SignedInUser(
            "",
            json.Text("user_id") ?? user?.Text("id"),
            string.Join(' ', new[] { user?.Text("first_name"), user?.Text("last_name") }.Where(part => part is { Length: > 0 })),
            user?.Text("username"), user?.Text("picture_url"));
    }

    private static SignedInUser OfUser(string id, JsonElement json)
    {
        var name = json.Object("name");
        var full = string.Join(' ', new[] { name?.Text("givenname"), name?.Text("familyname") }.Where(part => part is { Length: > 0 }));
        var displayName = json.Text("displayname") is { Length: > 0 } shown ? shown : full;
        return new SignedInUser(id, json.Text("ndbid"), displayName, PrimaryEmail(json), json.Text("picture_url"));
    }

    private static string? PrimaryEmail(JsonElement json)
    {
        if (json.TryGetProperty("emails", out var emails) && emails.ValueKind == JsonValueKind.Array)
        {
            foreach (var email in emails.EnumerateArray())
            {
                if (email.ValueKind == JsonValueKind.Object
                    && email.TryGetProperty("primary", out var primary) && primary.ValueKind == JsonValueKind.True)
                {
                    return email.Text("value");
                }
            }
        }

        return json.Text("username");
    }
}
