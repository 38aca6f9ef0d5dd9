using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.ServiceApps;

/// <summary>
/// A space access token of an app, for one space [wire 4.6]. How apps obtain it is not documented, so tests issue it.
/// </summary>
internal sealed record SpaceAccess(SandboxServiceApp App, Person Authorizer, string SpaceId, DateTimeOffset Expires);
