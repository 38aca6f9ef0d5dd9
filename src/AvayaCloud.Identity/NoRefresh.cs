namespace AvayaCloud.Identity;

/// <summary>
/// Marks an endpoint or page that needs no fresh tokens: it does not wait for a provider in trouble. Signing out is one, and the pages of
/// somebody who has no session.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NoRefreshAttribute : Attribute;
