namespace AvayaCloud.Sandbox.Identity.Pages;

// Public because component parameters are.

/// <param name="OtherAccountPath">Signs out and returns to the same request.</param>
public sealed record ConsentModel(
    string Account, IReadOnlyList<string> Permissions, string RequestId, string Origin, string OtherAccountPath, string CsrfToken);

public sealed record LoginModel(
    IReadOnlyList<DemoUser> Users,
    IReadOnlyList<LoginMethod> Methods,
    string Next,
    string Username,
    string? Error,
    string CsrfToken);
