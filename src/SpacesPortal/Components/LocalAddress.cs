using AvayaCloud.Identity;

namespace SpacesPortal.Components;

/// <summary>The one place where pages and their endpoints judge an address to return to.</summary>
internal static class LocalAddress
{
    public static string Of(string? returnUrl) => ReturnUrl.Sanitize(returnUrl);
}
