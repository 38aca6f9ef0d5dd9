using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AvayaCloud.Spaces.Tests.ServiceApps;

public sealed class ServiceAppTests : IAsyncLifetime
{
    private const string Account = """{"_id":"5f04251caa4a347af9946e06"}""";

    private readonly FakeClock _clock = new();
    private readonly KeyFile _file = new();
    private FakeApi _api = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _api = await FakeApi.StartAsync();
        _api.Answer = (context, _) => FakeApi.JsonAsync(context, Account);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return _api.DisposeAsync();
    }

    [Fact]
    public async Task The_token_is_the_one_of_the_guide()
    {
        await using var host = Host();

        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client().Users.GetMeAsync(Cancellation));

        var words = Assert.Single(_api.Seen).Authorization.Split(' ');
        Assert.Equal("service_app", words[0]);
        var jwt = Jwt.Of(words[1]);
        Assert.True(jwt.IsSigned);
        Assert.Equal($$"""{"alg":"RS256","kid":"{{KeyFile.KeyId}}","typ":"JWT"}""", jwt.Header.ToJsonString());
        Assert.Equal(["aud", "exp", "iss", "sub"], jwt.Claims.Select(it => it.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            (KeyFile.Issuer, KeyFile.Subject, "spaces.avayacloud.com"),
            ((string)jwt.Claims["iss"]!, (string)jwt.Claims["sub"]!, (string)jwt.Claims["aud"]!));
        Assert.InRange(jwt.Expires - _clock.GetUtcNow(), TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_token_is_reused_and_replaced_five_minutes_before_its_expiry()
    {
        await using var host = Host();
        var first = await host.Tokens().GetAsync(Cancellation);

        _clock.Advance(TimeSpan.FromMinutes(49));
        Assert.Equal(first, await host.Tokens().GetAsync(Cancellation));

        _clock.Advance(TimeSpan.FromMinutes(1));
        var second = await host.Tokens().GetAsync(Cancellation);
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromMinutes(55), Jwt.Of(second!).Expires);
        Assert.Equal(second, await host.Tokens().GetAsync(Cancellation));
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task A_wrong_clock_is_logged_and_tokens_use_the_time_of_the_API(int minutes)
    {
        var serverTime = _clock.GetUtcNow().AddMinutes(minutes);
        _api.Answer = (context, _) =>
        {
            context.Response.Headers.Date = serverTime.ToString("R", CultureInfo.InvariantCulture);
            var left = Jwt.Of(context.Request.Headers.Authorization.ToString().Split(' ')[1]).Expires - serverTime;
            return left < TimeSpan.FromHours(1) && left > TimeSpan.FromMinutes(40)
                ? FakeApi.JsonAsync(context, Account)
                : FakeApi.JsonAsync(context, "{}", 401);
        };
        await using var host = Host();

        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client().Users.GetMeAsync(Cancellation));
        Assert.IsType<SpacesOutcome<User>.Ok>(await host.Client().Users.GetMeAsync(Cancellation));

        Assert.Equal(3, _api.Seen.Count);
        var warning = Assert.Single(host.Logs.GetSnapshot(), it => it.Id.Name == "ClockIsOff");
        Assert.Contains($"00:20:00 {(minutes < 0 ? "ahead of" : "behind")} the Spaces API's", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_another_token_would_not_change_costs_one_call()
    {
        _api.Answer = (context, _) =>
        {
            context.Response.Headers.Date = _clock.GetUtcNow().AddSeconds(2).ToString("R", CultureInfo.InvariantCulture);
            return FakeApi.JsonAsync(context, """{"message":"The service account is disabled."}""", 401);
        };
        await using var host = Host();

        Assert.Equal(SpacesErrorKind.SignInNeeded, (await host.Client().Users.GetMeAsync(Cancellation)).Error?.Kind);

        Assert.Single(_api.Seen);
        Assert.Empty(host.Logs.GetSnapshot());
    }

    [Fact]
    public async Task Several_apps_and_users_share_one_process()
    {
        using var other = new KeyFile(KeyFile.Text(("kid", "00000000000000000000")));
        await using var host = new ServiceAppHost(_api.BaseUrl, _clock, ("one", _file.Path), ("other", other.Path));

        var kids = await Task.WhenAll(
            new[] { "one", "other" }.Select(
                async name => (string)Jwt.Of((await host.Tokens(name).GetAsync(Cancellation))!).Header["kid"]!));

        Assert.Equal([KeyFile.KeyId, "00000000000000000000"], kids);
        Assert.Null(host.Services.GetService<IAccessTokenSource>());
        Assert.NotSame(host.Client("one"), host.Client("other"));
    }

    [Fact]
    public async Task All_errors_of_all_key_files_are_reported_at_startup()
    {
        using var bad = new KeyFile(KeyFile.Text(("kid", null), ("private_key", "-----BEGIN")));
        await using var host = new ServiceAppHost(
            _api.BaseUrl, _clock, ("good", _file.Path), ("bad", bad.Path), ("gone", "/nowhere/key.json"));

        var failure = Assert.ThrowsAny<Exception>(() => host.Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(
            $"The key file of the service app \"bad\" ({bad.Path}): \"kid\" is missing.", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("(/nowhere/key.json): It cannot be read", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"good\"", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(3601)]
    public void A_lifetime_that_the_API_would_refuse_is_refused_first(int seconds)
    {
        using var services = new ServiceCollection().AddSpacesApi(it => it.BaseUrl = _api.BaseUrl)
            .AddSpacesServiceApp(_file.Path, configure: it => it.TokenLifetime = TimeSpan.FromSeconds(seconds)).BuildServiceProvider();

        Assert.ThrowsAny<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task Neither_key_nor_token_is_in_logs_outcomes_or_texts()
    {
        _api.Answer = (context, call) => FakeApi.JsonAsync(
            context, $$"""{"message":"bad {{context.Request.Headers.Authorization}}"}""", call % 2 == 0 ? 401 : 403);
        await using var host = Host();
        var tokens = host.Tokens();
        var token = await tokens.GetAsync(Cancellation);

        string[] texts =
        [
            (await host.Client().Users.GetMeAsync(Cancellation)).ToString(), (await host.Client().Users.GetMeAsync(Cancellation))
                .ToString(),
            tokens.ToString()!, ServiceAppKeyFile.Read(_file.Path).Key!.ToString()!, .. host.Logs.Lines(),
        ];

        var secrets = token!.Split('.').Append(KeyFile.Key.ExportRSAPrivateKeyPem().Split('\n')[3]);
        Assert.All(texts, text => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    private ServiceAppHost Host() => new(_api.BaseUrl, _clock, (ServiceAppOptions.DefaultName, _file.Path));
}
