using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>
/// A portal that logs all it can, before an Avaya Cloud whose tokens last a few seconds and whose spaces take a circuit to count.
/// </summary>
public sealed class TalkativeWorld : World
{
    protected override SandboxOptions Options => new() { Spaces = 400, AccessTokenLifetime = TimeSpan.FromSeconds(5) };

    protected override IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Logging:LogLevel:Default", "Trace"),
        ("Logging:LogLevel:Microsoft", "Trace"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Trace"),
    ];
}

public sealed class SecretsTests(Chromium chromium, TalkativeWorld world) : BrowserTests(chromium, world), IClassFixture<TalkativeWorld>
{
    private static readonly string[] Addresses = ["/", "/profile", "/nowhere"];

    [Fact]
    public async Task No_page_storage_frame_or_log_line_tells_a_token_a_code_a_state_or_a_cookie()
    {
        var visit = await VisitAsync();
        var tap = new Wiretap(visit);
        tap.Keep("client secret", Sandbox.Client.ClientSecret);

        await visit.SignInAsync("admin", "/profile");
        KeepTokens(tap);
        await CountSpacesAsync(visit);
        await tap.ReadPageAsync();
        foreach (var address in Addresses)
        {
            await visit.OpenAsync(address);
            await tap.ReadPageAsync();
            tap.Hear("/api/me", await visit.Page.EvaluateAsync<string>("() => fetch('/api/me').then(answer => answer.text())"));
        }

        await Eventually.TrueAsync(
            () =>
                Sandbox.Tokens.LatestTokens(World.Person("admin").Username) is not { } pair
                    || !Sandbox.Tokens.IsAccessTokenAlive(pair.AccessToken),
            Stop);
        await visit.OpenAsync("/profile");
        KeepTokens(tap);
        await tap.ReadPageAsync();
        await visit.Account.SignOutAsync();
        await tap.ReadPageAsync();
        await visit.OpenAsync("/signin-avaya?code=canary-code-1&state=canary-state-1");
        await tap.ReadPageAsync();
        foreach (var line in World.Log)
            tap.Hear("the log", line);

        var kinds = tap.Secrets.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.Superset(
            new HashSet<string>(
                ["access token", "client secret", "code", "code_challenge", "cookie spaces", "refresh token", "state"],
                StringComparer.Ordinal),
            kinds.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(2, tap.Secrets.Values.Count(what => what == "refresh token"));
        Assert.Empty(await tap.LeaksAsync());
        Assert.True(tap.Frames > 0 && tap.Bodies > 10, $"{tap.Frames} frames and {tap.Bodies} bodies were read.");
    }

    // The progress of the count comes by a circuit.
    private async Task CountSpacesAsync(Visit visit)
    {
        Sandbox.Faults.HoldResponse("api.users.me.spaces").Release();
        var second = Sandbox.Faults.HoldResponse("api.users.me.spaces");
        await visit.OpenAsync("/spaces");
        await Expect(visit.Spaces.Progress).ToContainTextAsync("Still looking: 47 found so far");
        second.Release();
        await Expect(visit.Spaces.Progress).ToContainTextAsync("All 374 found.");
    }

    private void KeepTokens(Wiretap tap)
    {
        var pair = Sandbox.Tokens.LatestTokens(World.Person("admin").Username)!;
        tap.Keep("access token", pair.AccessToken);
        tap.Keep("refresh token", pair.RefreshToken);
    }
}
