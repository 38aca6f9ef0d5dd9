using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>
/// A model of a token endpoint: one valid pair, and a spent refresh token ends the session. It can be slow before and after a refresh takes
/// effect, and its responses can be lost.
/// </summary>
internal sealed class RotatingProvider
{
    private readonly Lock _gate = new();
    private readonly List<CancellationToken> _held = [];
    private TaskCompletionSource _release = Closed();
    private int _generation = 1;

    /// <summary>Spent tokens that were sent although a replica had their successors: what the session engine must never do.</summary>
    public int Reuses { get; private set; }

    /// <summary>Refreshes that were sent when a replica knew of the end.</summary>
    public int RefreshesAfterEnd { get; private set; }

    /// <summary>Revoked or refused: no token of this session is valid any more.</summary>
    public bool IsDead { get; private set; }

    /// <summary>A replica knows of it. Its response may arrive when no caller waits for it.</summary>
    public bool IsKnownDead { get; set; }

    public int Refusals { get; private set; }

    /// <summary>No replica or browser has the valid pair, because the response with it was lost.</summary>
    public bool IsOrphaned { get; private set; }

    /// <summary>The next calls fail before they have any effect.</summary>
    public bool IsDown { get; set; }

    /// <summary>The next refresh takes effect, and its response is lost.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>Where the next refreshes are held until they are released.</summary>
    public HoldPoint HoldsAt { get; set; }

    /// <summary>Held calls whose callers are still waiting.</summary>
    public int HeldCalls
    {
        get
        {
            lock (_gate)
                return _held.Count(caller => !caller.IsCancellationRequested);
        }
    }

    public string LiveAccess => Access(_generation);

    /// <summary>A new session with the first pair.</summary>
    public static Session SignIn(DateTimeOffset now)
    {
        if (!AccessToken.TryParse(Access(1), out var access) | !RefreshToken.TryParse(Refresh(1), out var refresh))
            throw new InvalidOperationException("The model's tokens cannot be parsed.");
        return new Session(
            SessionId.Create(), new SignedInUser("id", null, "", null, null), now, now,
            new TokenSet(1, access, refresh, now, now.AddSeconds(3599), Grant.Unnamed));
    }

    public void Release()
    {
        lock (_gate)
        {
            HoldsAt = HoldPoint.Nowhere;
            _held.Clear();
        }

        Interlocked.Exchange(ref _release, Closed()).SetResult();
    }

    /// <summary>The valid pair is lost, for example with the memory of the only replica that had it.</summary>
    public void Orphan() => IsOrphaned = true;

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        var form = new FormReader(await request.Content!.ReadAsStringAsync(cancellationToken)).ReadForm();
        var token = form["refresh_token"].ToString();
        if (request.RequestUri!.AbsolutePath.EndsWith("revoke_token", StringComparison.Ordinal))
            return Revoke(token);

        var isAfterEnd = IsKnownDead;
        if (HoldsAt == HoldPoint.BeforeEffect)
            await HoldAsync(cancellationToken);
        if (Exchange(token, isAfterEnd) is not { } answer)
            return Json(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        try
        {
            // At once, before the next call; the exception comes later.
            await using var gone = cancellationToken.Register(Orphan);
            if (HoldsAt == HoldPoint.BeforeAnswer)
                await HoldAsync(cancellationToken);
            if (!LosesNextAnswer)
                return Json(HttpStatusCode.OK, answer);
        }
        catch (OperationCanceledException)
        {
            Orphan();
            throw;
        }

        LosesNextAnswer = false;
        Orphan();
        throw new HttpRequestException("The response was lost.");
    }

    private static string Access(int generation) => $"access-{generation}";

    private static string Refresh(int generation) => $"refresh-{generation}";

    private static TaskCompletionSource Closed() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            _held.Add(cancellationToken);
        try
        {
            await _release.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
                _held.Remove(cancellationToken);
        }
    }

    // Null when it is refused.
    private string? Exchange(string token, bool isAfterEnd)
    {
        lock (_gate)
        {
            if (!IsDead && token == Refresh(_generation))
            {
                _generation++;
                return $$"""{"access_token":"{{LiveAccess}}","refresh_token":"{{Refresh(_generation)}}","expires_in":3599}""";
            }

            Refusals++;
            RefreshesAfterEnd += isAfterEnd ? 1 : 0;
            // Sending the old token again is the only way to find out that the lost response had a new one.
            Reuses += IsDead || IsOrphaned ? 0 : 1;
            IsDead = true;
            return null;
        }
    }

    // RFC 7009 section 2.1. The model does not know spent tokens.
    private HttpResponseMessage Revoke(string token)
    {
        lock (_gate)
            IsDead |= token == Refresh(_generation);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}

/// <summary>Where a call is held at the provider.</summary>
internal enum HoldPoint
{
    Nowhere,
    BeforeEffect,
    BeforeAnswer,
}
