using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AvayaCloud.Identity.Tests.Sessions.Model;

/// <summary>
/// A token endpoint as a model: one live pair, and whoever sends a spent refresh token loses everything. It can be slow before it does
/// something and after, and its answers can get lost.
/// </summary>
internal sealed class RotatingProvider
{
    private readonly Lock _gate = new();
    private readonly List<CancellationToken> _held = [];
    private TaskCompletionSource _release = Closed();
    private int _generation = 1;

    /// <summary>Spent tokens that came though somebody had the answer that spent them: the session engine's one deadly sin.</summary>
    public int Reuses { get; private set; }

    /// <summary>Refreshes that were asked for when a replica knew of the end.</summary>
    public int AskedInVain { get; private set; }

    /// <summary>Revoked, or refused: no token of this session is good any more.</summary>
    public bool IsDead { get; private set; }

    /// <summary>A replica knows of it: an answer may come when nobody waits for it any more.</summary>
    public bool IsKnownDead { get; set; }

    public int Refusals { get; private set; }

    /// <summary>Nobody has the live pair, because nobody got the answer that carried it.</summary>
    public bool IsOrphaned { get; private set; }

    /// <summary>The next calls fail before they have any effect.</summary>
    public bool IsDown { get; set; }

    /// <summary>The next refresh takes effect, and its answer does not arrive.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>Where the next refreshes stand still until they are released.</summary>
    public StandStill Stands { get; set; }

    /// <summary>Calls that stand still and that somebody still waits for.</summary>
    public int Holding
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
            throw new InvalidOperationException("The model's tokens are no tokens.");
        return new Session(
            SessionId.Create(), new SignedInUser("id", null, "", null, null), now, now,
            new TokenSet(1, access, refresh, now, now.AddSeconds(3599), Grant.Unnamed));
    }

    public void Release()
    {
        lock (_gate)
        {
            Stands = StandStill.Nowhere;
            _held.Clear();
        }

        Interlocked.Exchange(ref _release, Closed()).SetResult();
    }

    /// <summary>The live pair is lost, such as with the memory of the one replica that had it.</summary>
    public void Orphan() => IsOrphaned = true;

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        var form = new FormReader(await request.Content!.ReadAsStringAsync(cancellationToken)).ReadForm();
        var token = form["refresh_token"].ToString();
        if (request.RequestUri!.AbsolutePath.EndsWith("revoke_token", StringComparison.Ordinal))
            return Revoke(token);

        var isInVain = IsKnownDead;
        if (Stands == StandStill.BeforeEffect)
            await StandAsync(cancellationToken);
        if (Trade(token, isInVain) is not { } answer)
            return Json(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        try
        {
            // At once, before the next one comes; an exception takes its time.
            await using var gone = cancellationToken.Register(Orphan);
            if (Stands == StandStill.BeforeAnswer)
                await StandAsync(cancellationToken);
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
        throw new HttpRequestException("The answer got lost.");
    }

    private static string Access(int generation) => $"access-{generation}";

    private static string Refresh(int generation) => $"refresh-{generation}";

    private static TaskCompletionSource Closed() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private async Task StandAsync(CancellationToken cancellationToken)
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
    private string? Trade(string token, bool isInVain)
    {
        lock (_gate)
        {
            if (!IsDead && token == Refresh(_generation))
            {
                _generation++;
                return $$"""{"access_token":"{{LiveAccess}}","refresh_token":"{{Refresh(_generation)}}","expires_in":3599}""";
            }

            Refusals++;
            AskedInVain += isInVain ? 1 : 0;
            // To send the old token once more is the only way to find out that the answer had been a new one.
            Reuses += IsDead || IsOrphaned ? 0 : 1;
            IsDead = true;
            return null;
        }
    }

    // RFC 7009 section 2.1; of a spent token this model knows nothing.
    private HttpResponseMessage Revoke(string token)
    {
        lock (_gate)
            IsDead |= token == Refresh(_generation);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}

/// <summary>Where a call stands still at the provider.</summary>
internal enum StandStill
{
    Nowhere,
    BeforeEffect,
    BeforeAnswer,
}
