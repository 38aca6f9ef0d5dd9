using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>Somebody at a browser of their own, and the pages they come across.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Witness _witness = new();

    private Visit(World world, IBrowserContext context) => (World, _context) = (world, context);

    public World World { get; }

    public IPage Page { get; private set; } = default!;

    public IBrowserContext Context => _context;

    /// <summary>Path and query in the address bar.</summary>
    public string At => new Uri(Page.Url).PathAndQuery;

    public IReadOnlyCollection<string> Complaints => _witness.Seen;

    /// <summary>For a test that did the harm itself.</summary>
    public void Forgive() => _witness.Forget();

    public LandingPage Landing => new(Page);

    public LoginPage Login => new(Page);

    public ConsentPage Consent => new(Page);

    public AccountMenu Account => new(Page);

    public ProfilePage Profile => new(Page);

    public SpacesPage Spaces => new(Page);

    public NoticePage Notice => new(Page);

    public Strips Strips => new(Page);

    public static async Task<Visit> BeginAsync(Chromium chromium, World world, BrowserNewContextOptions? options = null)
    {
        var visit = new Visit(world, await chromium.Browser.NewContextAsync(options ?? new()));
        await visit._witness.WatchAsync(visit._context);
        visit.Page = await visit._context.NewPageAsync();
        return visit;
    }

    public async Task<IResponse> OpenAsync(string address) => (await Page.GotoAsync(Address(address)))!;

    /// <summary>From the page that is wanted, by way of the login and the consent, and back to it.</summary>
    public async Task SignInAsync(DemoUser person, string address = "/")
    {
        await OpenAsync(address);
        if (Page.Url.StartsWith(World.Portal.AbsoluteUri, StringComparison.Ordinal))
            await Landing.SignInAsync();
        await Login.SignInAsync(person);
        await Consent.AcceptAsync();
        await ArriveAsync(address);
    }

    public Task SignInAsync(string role, string address = "/") => SignInAsync(World.Person(role), address);

    /// <summary>Waits until the address bar shows this, to the letter (a plain text would be taken for a pattern).</summary>
    public Task ArriveAsync(string address) => ArriveAsync(url => url == Address(address), address);

    /// <summary>As above, whatever the query says.</summary>
    public Task ArriveAtPageAsync(string path) => ArriveAsync(url => new Uri(url).AbsolutePath == path, path);

    /// <summary>Opens the list and waits until the portal knows all of it.</summary>
    public async Task FindAllSpacesAsync()
    {
        await OpenAsync("/spaces");
        await Expect(Page.GetByText("Still looking")).ToHaveCountAsync(0);
    }

    /// <summary>Loads the page again until it shows this: for what the portal does only after some time of its own.</summary>
    public async Task ReloadUntilAsync(ILocator shown)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        do
            await Page.ReloadAsync();
        while (await shown.CountAsync() == 0 && await timer.WaitForNextTickAsync(limit.Token));
    }

    /// <summary>Presses Tab until it is reached, as somebody without a mouse would.</summary>
    public async Task TabToAsync(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"60 presses of Tab at {Page.Url} do not reach {target}.");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task ArriveAsync(Func<string, bool> isThere, string wanted)
    {
        try
        {
            await Page.WaitForURLAsync(isThere);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Still at {At}, not at {wanted}.");
        }
    }

    private string Address(string path) => World.Portal.GetLeftPart(UriPartial.Authority) + path;
}
