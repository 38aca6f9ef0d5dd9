using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity.Tests.Sessions;

/// <summary>A token endpoint as a model: one live pair, and whoever sends a spent refresh token loses everything.</summary>
internal sealed class RotatingProvider : HttpMessageHandler
{
    private int _generation = 1;
    private bool _dead;

    /// <summary>Spent tokens that came again: the session engine's one deadly sin.</summary>
    public int Reuses { get; private set; }

    public int Refreshes { get; private set; }

    /// <summary>The next call fails before it has any effect.</summary>
    public bool IsDown { get; set; }

    public string LiveAccess => Access(_generation);

    public static string Access(int generation) => $"access-{generation}";

    public static string Refresh(int generation) => $"refresh-{generation}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        var form = new FormReader(await request.Content!.ReadAsStringAsync(cancellationToken)).ReadForm();
        if (request.RequestUri!.AbsolutePath.EndsWith("revoke_token", StringComparison.Ordinal))
            return new HttpResponseMessage(HttpStatusCode.OK);
        if (_dead || form["refresh_token"] != Refresh(_generation))
        {
            Reuses += _dead ? 0 : 1;
            _dead = true;
            return Json(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        }

        Refreshes++;
        _generation++;
        return Json(HttpStatusCode.OK, $$"""{"access_token":"{{Access(_generation)}}","refresh_token":"{{Refresh(_generation)}}","expires_in":3599}""");
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
