using System.Net;
using AvayaCloud.Identity.Tests.Infrastructure;
namespace AvayaCloud.Identity.Tests.SignIn;

/// <summary>A sign-in with the target <see cref="Wanted"/> that fails.</summary>
public abstract class CallbackTestBase : HostTest
{
    internal const string Wanted = "/protected?q=1";

    /// <summary>The first time the sign-in starts again with the same return address; the second time it reports the problem.</summary>
    internal static async Task ExpectOneRetryAsync(Visitor visitor, string address, string cause)
    {
        var again = await visitor.GetAsync(address);
        Assert.Equal("/oauth2/authorize", again.Headers.Location?.AbsolutePath);
        var problem = await visitor.GetAsync(address);
        Assert.Equal($"/signin-problem?cause={cause}&returnUrl={Uri.EscapeDataString(Wanted)}", problem.Headers.Location?.OriginalString);
    }

    internal static async Task ExpectProblemAsync(Visitor visitor, string address, string cause)
    {
        var answer = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/signin-problem?cause={cause}&returnUrl={Uri.EscapeDataString(Wanted)}", answer.Headers.Location?.OriginalString);
        // Every response that belongs to the attempt ends it (security 4.5).
        if (cause is not ("tampered" or "lost-cookie"))
            Assert.DoesNotContain(visitor.PortalCookies, cookie => cookie.Name.StartsWith("spaces-signin", StringComparison.Ordinal));
    }
}
