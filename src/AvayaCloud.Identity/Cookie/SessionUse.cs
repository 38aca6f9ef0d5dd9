using System.Globalization;
using Microsoft.AspNetCore.SignalR;

namespace AvayaCloud.Identity;

/// <summary>What a request means to its session.</summary>
/// <param name="MayRefresh">It may wait for fresh tokens.</param>
/// <param name="IsActivity">The user did something, so the idle timeout starts again.</param>
/// <param name="RejectedGeneration">The generation that the API has rejected; 0 for none.</param>
internal readonly record struct SessionUse(bool MayRefresh, bool IsActivity, int RejectedGeneration)
{
    public static SessionUse Default { get; } = new(MayRefresh: true, IsActivity: true, RejectedGeneration: 0);

    public static SessionUse Of(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        // The callback only looks up the session that it replaces, whose tokens are revoked next.
        var isCallback = context.Request.Path == AvayaCloudDefaults.CallbackPath;
        // A circuit reconnects without the user.
        var isAutomatic = metadata?.GetMetadata<NoActivityAttribute>() is not null || metadata?.GetMetadata<HubMetadata>() is not null;
        var mayRefresh = metadata?.GetMetadata<NoRefreshAttribute>() is null && !isCallback;
        var isRefresh = metadata?.GetMetadata<RefreshesTokensAttribute>() is not null;
        return new SessionUse(mayRefresh, IsActivity: !isAutomatic, isRefresh ? ReadRejectedGeneration(context.Request) : 0);
    }

    private static int ReadRejectedGeneration(HttpRequest request) =>
        int.TryParse(request.Query["spent"], NumberStyles.None, CultureInfo.InvariantCulture, out var generation) ? generation : 0;
}
