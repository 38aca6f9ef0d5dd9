using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.Tests.Infrastructure;

namespace AvayaCloud.Sandbox.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Staging")]
    [InlineData("DOTNET_ENVIRONMENT", "production ")]
    [InlineData("DOTNET_ENVIRONMENT", "Live")]
    public void Every_environment_but_Development_is_refused_with_an_explanation(string name, string value)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => EnvironmentGuard.Check(it => it == name ? value : null));
        Assert.Contains($"refuses to start in the {value.Trim()} environment", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Development")]
    [InlineData("development ")]
    public void Development_and_a_missing_environment_are_not_Production(string? value) => EnvironmentGuard.Check(_ => value);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task The_stand_alone_sandbox_refuses_them_too_and_exits_with_one(string environment)
    {
        var (code, _, error) = await RunAsync(environment, "--port", "0");
        Assert.Equal(1, code);
        Assert.Contains($"refuses to start in the {environment} environment", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5081")]
    [InlineData("--environment=Production")]
    [InlineData("--port")]
    [InlineData("--port", "high")]
    public async Task The_stand_alone_sandbox_refuses_unknown_options(params string[] args)
    {
        var (code, _, error) = await RunAsync("Development", args);
        Assert.Equal(2, code);
        Assert.Contains("Usage", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stand_alone_sandbox_reads_its_options()
    {
        var options = Parse("--port", "0", "--spaces=10000", "--seed", "-7");
        Assert.Equal((0, 10_000, -7), (options.Port, options.Spaces, options.Seed));
        Assert.Equal(5081, Parse().Port);

        var open = Parse("--listen", "0.0.0.0", "--public-url=https://sandbox.example.com");
        Assert.Equal(("0.0.0.0", "https://sandbox.example.com"), (open.Listen, open.PublicUrl));
    }

    [Fact]
    public async Task The_startup_message_names_address_users_password_and_client()
    {
        await using var world = await World.StartAsync();
        var greeting = StartupMessage.Create(world.Server);
        var client = world.Server.Client;
        Assert.All(
            [world.Server.Address.ToString(), World.Ada, World.Nobody, "sandbox-2026", client.ClientId, client.ClientSecret],
            text => Assert.Contains(text, greeting, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_mistake_in_the_options_is_reported_at_once()
    {
        var options = new SandboxOptions
        {
            Port = -1,
            Spaces = 10_001,
            AccessTokenLifetime = TimeSpan.Zero,
            PublicUrl = "ftp://x",
            Listen = "everywhere",
        };
        options.RedirectUris.Add("not an address");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SandboxServer.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken));
        Assert.All(
            [
                "Sandbox:Port", "Sandbox:Listen", "Sandbox:Spaces", "Sandbox:AccessTokenLifetime", "Sandbox:PublicUrl",
                "Sandbox:RedirectUris",
            ],
            name => Assert.Contains(name, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_an_error_and_not_another_port()
    {
        await using var world = await World.StartAsync();
        var options = new SandboxOptions { Port = world.Server.Address.Port };
        await Assert.ThrowsAsync<IOException>(
            () => SandboxServer.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_listens_on_loopback_and_answers_only_to_its_own_names()
    {
        await using var world = await World.StartAsync();
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(world.Server.Address.Host)));
        foreach (var (host, status) in new[] { ("rebound.example", HttpStatusCode.BadRequest), ("localhost", HttpStatusCode.OK) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health", UriKind.Relative)) { Headers = { Host = host } };
            using var response = await world.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    public async Task If_configured_it_listens_on_all_addresses_and_answers_only_to_its_own_names(string listen)
    {
        var options = new SandboxOptions { Listen = listen, PublicUrl = "http://sandbox.example.com:5081" };
        await using var sandbox = await SandboxServer.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("localhost", sandbox.Address.Host);
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        foreach (var (host, status) in new[] { ("10.0.3.17", HttpStatusCode.BadRequest), ("sandbox.example.com", HttpStatusCode.OK) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health", UriKind.Relative)) { Headers = { Host = host } };
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_sandbox_is_independent_of_the_host_that_embeds_it()
    {
        // How test hosts find theirs: an AsyncLocal of the flow that builds it.
        var here = new AsyncLocal<bool> { Value = true };
        // Other tests' hosts start meanwhile and are seen as well.
        ConcurrentQueue<bool> seen = [];
        using var subscription = DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.Extensions.Hosting")
                listener.Subscribe(new Observer<KeyValuePair<string, object?>>(_ => seen.Enqueue(here.Value)));
        }));

        await using var world = await World.StartAsync();

        Assert.DoesNotContain(true, seen);
    }

    [Fact]
    public void Nothing_of_the_sandbox_is_published()
    {
        var folder = Path.GetDirectoryName(Assembly.GetAssembly(typeof(SandboxServer))!.Location)!;
        Assert.Empty(Directory.EnumerateFiles(folder, "appsettings*.json"));
        Assert.False(Directory.Exists(Path.Combine(folder, "wwwroot")));
    }

    private static SandboxOptions Parse(params string[] args)
    {
        Assert.True(CommandLine.TryParse(args, out var options));
        return options;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string environment, params string[] args)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(SandboxServer).Assembly.Location, .. args])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        using var process = Process.Start(start)!;
        // Only a process that should have refused to start still runs after a minute.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var end = limit.Token.Register(process.Kill);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }
}
