using SpacesPortal.Components;
using SpacesPortal.Http;

// Settings are read once. Watching their files would take an inotify instance, and a machine that has none left would refuse the start.
var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
#if SANDBOX
await using var sandbox = await SpacesPortal.Sandbox.EmbeddedSandbox.StartAsync(builder);
#endif

var portal = builder.AddPortalSettings();
builder.AddKeys(portal).AddServer(portal).AddPortalSessions(portal).AddCluster().AddPortalLogging();
builder.Services.AddSpaceDirectory().AddPages();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
if (!StartCheck.IsSound(app))
    return 1;

app.UseServer();
app.MapStaticAssets();
app.MapHealth();
app.MapSession();
app.MapPageEndpoints();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
await app.RunAsync();
return 0;
