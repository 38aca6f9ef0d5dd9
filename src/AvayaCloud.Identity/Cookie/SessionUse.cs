using System.Globalization;
using Microsoft.AspNetCore.SignalR;

namespace AvayaCloud.Identity;

/// <summary>
/// Marks an endpoint that pages call by themselves, without the person: a tab that is left open must not keep its session alive for ever.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NoActivityAttribute : Attribute;

/// <summary>
/// Marks the endpoint whose query may name, as <c>spent</c>, a generation that the API has refused: it renews though none is due.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RefreshesTokensAttribute : Attribute;

/// <summary>What a request means to its session.</summary>
/// <param name="MayRefresh">It may wait for fresh tokens.</param>
/// <param name="IsActivity">The person did something: the idle end moves.</param>
/// <param name="RejectedGeneration">The generation that is known to be refused; 0 when none is.</param>
internal readonly record struct SessionUse(bool MayRefresh, bool IsActivity, int RejectedGeneration)
{
    public static SessionUse Usual { get; } = new(MayRefresh: true, IsActivity: true, RejectedGeneration: 0);

    public static SessionUse Of(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var refreshes = metadata?.GetMetadata<RefreshesTokensAttribute>() is not null;
        var isNumber = int.TryParse(context.Request.Query["spent"], NumberStyles.None, CultureInfo.InvariantCulture, out var spent);
        return new SessionUse(
            // The callback only looks whom it replaces: their tokens are revoked next.
            metadata?.GetMetadata<NoRefreshAttribute>() is null && context.Request.Path != AvayaCloudDefaults.CallbackPath,
            // A circuit that connects again does so by itself.
            metadata?.GetMetadata<NoActivityAttribute>() is null && metadata?.GetMetadata<HubMetadata>() is null,
            refreshes && isNumber ? spent : 0);
    }
}
