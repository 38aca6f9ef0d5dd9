[assembly: AssemblyFixture(typeof(Chromium))]

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>The one browser of the run: the machine's Chromium, in which each user has their own profile.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        // A limit for what hangs, far above what anything takes, so that it also holds on a machine that builds beside the tests.
        SetDefaultExpectTimeout(15_000);
        var program = DebianPackage.Chromium.Program;
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = program, Headless = true, ChromiumSandbox = false, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
