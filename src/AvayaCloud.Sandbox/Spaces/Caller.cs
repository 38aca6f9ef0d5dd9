using System.Net.Http.Headers;
using AvayaCloud.Sandbox.Hosting;
using AvayaCloud.Sandbox.Identity;
using AvayaCloud.Sandbox.People;

namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who calls the Spaces API. The scheme is compared whatever its case: the docs write it both ways [wire 3].</summary>
internal static class Caller
{
    public static async Task<Person?> PersonAsync(HttpContext context, TokenVault vault)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(header.Parameter))
        {
            await ApiErrors.UnauthorizedAsync(context, "authentication.required", "Please sign in.");
            return null;
        }

        if (vault.GrantOfAccess(header.Parameter) is not { } grant)
        {
            await ApiErrors.UnauthorizedAsync(context, "authentication.invalid", "The access token is not valid or has expired.");
            return null;
        }

        context.Outcome("ok", grant.Person.Login);
        return grant.Person;
    }
}
