using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests;

/// <summary>
/// A portal with all logs on, with a sandbox whose tokens last a few seconds and whose spaces need a circuit to load.
/// </summary>
public sealed class TraceLoggingPortal : PortalFixture
{
    protected override SandboxOptions Options => new() { Spaces = 400, AccessTokenLifetime = TimeSpan.FromSeconds(5) };

    protected override IEnumerable<(string Key, string Value)> Settings =>
    [
        ("Logging:LogLevel:Default", "Trace"),
        ("Logging:LogLevel:Microsoft", "Trace"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Trace"),
    ];
}

public sealed class SecretsTests(Chromium chromium, TraceLoggingPortal portal) : BrowserTests<TraceLoggingPortal>(chromium, portal)
{
    private static readonly string[] Addresses = ["/", "/profile", "/nowhere"];

    [Fact]
    public async Task No_page_storage_frame_or_log_line_contains_a_token_a_code_a_state_or_a_cookie()
    {
        var user = await OpenBrowserAsync();
        var traffic = new TrafficRecorder(user);
        traffic.AddSecret("client secret", Sandbox.Client.ClientSecret);

        await user.SignInAsync("admin", "/profile");
        AddTokens(traffic);
        await CountSpacesAsync(user);
        await traffic.RecordPageAsync();
        foreach (var address in Addresses)
        {
            await user.OpenAsync(address);
            await traffic.RecordPageAsync();
            traffic.Record("/api/me", await user.Page.EvaluateAsync<string>("() => fetch('/api/me').then(answer => answer.text())"));
        }

        await Eventually.TrueAsync(
            () =>
                Sandbox.Tokens.LatestTokens(Portal.User("admin").Username) is not { } pair
                    || !Sandbox.Tokens.IsAccessTokenAlive(pair.AccessToken),
            Stop);
        await user.OpenAsync("/profile");
        AddTokens(traffic);
        await traffic.RecordPageAsync();
        await user.Account.SignOutAsync();
        await traffic.RecordPageAsync();
        await user.OpenAsync("/signin-avaya?code=canary-code-1&state=canary-state-1");
        await traffic.RecordPageAsync();
        foreach (var line in Portal.Log)
            traffic.Record("the log", line);

        var kinds = traffic.Secrets.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.Superset(
            new HashSet<string>(
                ["access token", "client secret", "code", "code_challenge", "cookie spaces", "refresh token", "state"],
                StringComparer.Ordinal),
            kinds.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(2, traffic.Secrets.Values.Count(what => what == "refresh token"));
        Assert.Empty(await traffic.FindLeaksAsync());
        Assert.True(traffic.Frames > 0 && traffic.Bodies > 10, $"{traffic.Frames} frames and {traffic.Bodies} bodies were read.");
    }

    // The progress is shown by a circuit.
    private async Task CountSpacesAsync(BrowserUser user)
    {
        Sandbox.Faults.HoldResponse("api.users.me.spaces").Release();
        var second = Sandbox.Faults.HoldResponse("api.users.me.spaces");
        await user.OpenAsync("/spaces");
        await Expect(user.Spaces.Progress).ToContainTextAsync("Still looking: 47 found so far");
        second.Release();
        await Expect(user.Spaces.Progress).ToContainTextAsync("All 374 found.");
    }

    private void AddTokens(TrafficRecorder traffic)
    {
        var pair = Sandbox.Tokens.LatestTokens(Portal.User("admin").Username)!;
        traffic.AddSecret("access token", pair.AccessToken);
        traffic.AddSecret("refresh token", pair.RefreshToken);
    }
}
