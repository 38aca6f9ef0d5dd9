using AvayaCloud.Sandbox;

namespace SpacesPortal.EndToEndTests.Infrastructure;

/// <summary>A user with their own browser profile, and the pages that they open.</summary>
public sealed class BrowserUser : IAsyncDisposable
{
    private readonly PageErrors _errors = new();

    private BrowserUser(PortalFixture portal, IBrowserContext context)
    {
        Portal = portal;
        Context = context;
    }

    public PortalFixture Portal { get; }

    public IPage Page { get; private set; } = default!;

    public IBrowserContext Context { get; }

    /// <summary>Path and query in the address bar.</summary>
    public string At => new Uri(Page.Url).PathAndQuery;

    public IReadOnlyCollection<string> Errors => _errors.All;

    /// <summary>For a test that caused them on purpose.</summary>
    public void ClearErrors() => _errors.Clear();

    public LandingPage Landing => new(Page);

    public LoginPage Login => new(Page);

    public ConsentPage Consent => new(Page);

    public AccountMenu Account => new(Page);

    public ProfilePage Profile => new(Page);

    public SpacesPage Spaces => new(Page);

    public SpacePage Space => new(Page);

    public NoticePage Notice => new(Page);

    public Banners Banners => new(Page);

    public static async Task<BrowserUser> CreateAsync(Chromium chromium, PortalFixture portal, BrowserNewContextOptions? options = null)
    {
        var user = new BrowserUser(portal, await chromium.Browser.NewContextAsync(options ?? new()));
        await user._errors.WatchAsync(user.Context);
        user.Page = await user.Context.NewPageAsync();
        return user;
    }

    public async Task<IResponse> OpenAsync(string address) => (await Page.GotoAsync(Address(address)))!;

    /// <summary>From that page through login and consent, and back to it.</summary>
    public async Task SignInAsync(DemoUser user, string address = "/")
    {
        await OpenAsync(address);
        if (Page.Url.StartsWith(Portal.Address.AbsoluteUri, StringComparison.Ordinal))
            await Landing.SignInAsync();
        await Login.SignInAsync(user);
        await Consent.AcceptAsync();
        await ArriveAsync(address);
    }

    public Task SignInAsync(string role, string address = "/") => SignInAsync(Portal.User(role), address);

    /// <summary>Waits until the address bar shows this, exactly (a string would be taken for a pattern).</summary>
    public Task ArriveAsync(string address) => ArriveAsync(url => url == Address(address), address);

    /// <summary>As above, with any query.</summary>
    public Task ArriveAtPageAsync(string path) => ArriveAsync(url => new Uri(url).AbsolutePath == path, path);

    /// <summary>Opens the list and waits until it is complete.</summary>
    public async Task FindAllSpacesAsync()
    {
        await OpenAsync("/spaces");
        await Expect(Page.GetByText("Still looking")).ToHaveCountAsync(0);
    }

    /// <summary>Reloads the page until it shows this: for what the portal does only after some time.</summary>
    public async Task ReloadUntilAsync(ILocator shown)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        do
            await Page.ReloadAsync();
        while (await shown.CountAsync() == 0 && await timer.WaitForNextTickAsync(limit.Token));
    }

    /// <summary>Presses Tab until it has the focus, as a user without a mouse does.</summary>
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

    public ValueTask DisposeAsync() => Context.DisposeAsync();

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

    private string Address(string path) => Portal.Address.GetLeftPart(UriPartial.Authority) + path;
}
