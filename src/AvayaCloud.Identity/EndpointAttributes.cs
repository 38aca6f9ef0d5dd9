namespace AvayaCloud.Identity;

/// <summary>Marks an endpoint that pages call without the user: a tab that is left open must not keep its session active.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NoActivityAttribute : Attribute;

/// <summary>Marks an endpoint or page that needs no fresh tokens, so it does not wait for the provider: signing out, and pages without a
/// session.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NoRefreshAttribute : Attribute;

/// <summary>Marks the endpoint whose query may name a generation that the API has rejected, as <c>spent</c>: it refreshes even if none is
/// due.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RefreshesTokensAttribute : Attribute;
