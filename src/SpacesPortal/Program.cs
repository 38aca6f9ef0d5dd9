using SpacesPortal.Appearance;
using SpacesPortal.Components;
using SpacesPortal.Http;
using SpacesPortal.Profile;

// Settings are read once: watching their files takes an inotify instance, and a machine that has none left would fail to start.
var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
#if SANDBOX
await using var sandbox = await SpacesPortal.Sandbox.EmbeddedSandbox.StartAsync(builder);
#endif

var portal = builder.AddPortalSettings();
builder.AddKeys(portal).AddServer(portal).AddPortalSessions(portal).AddCluster().AddPortalLogging();
builder.Services.AddPages();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
if (!StartCheck.IsSound(app))
    return 1;

app.UseServer();
app.MapStaticAssets();
app.MapHealth();
app.MapSession();
app.MapTheme();
app.MapPhoto();
app.MapFiles();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
await app.RunAsync();
return 0;
