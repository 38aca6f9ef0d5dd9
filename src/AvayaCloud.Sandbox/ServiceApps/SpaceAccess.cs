namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>
/// A space access token: an app's, for one space [wire 4.6]. How they are come by is on no record, so a test gives them away.
/// </summary>
internal sealed record SpaceAccess(SandboxServiceApp App, Person Authorizer, string SpaceId, DateTimeOffset Expires);
