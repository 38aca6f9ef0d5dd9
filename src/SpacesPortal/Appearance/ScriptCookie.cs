namespace SpacesPortal.Appearance;

/// <summary>No header tells whether a browser runs scripts. So the script says it (app.js), for an hour, and again on each page.</summary>
internal static class ScriptCookie
{
    public const string Name = "script";

    public static bool IsThere(HttpContext? context) => context?.Request.Cookies.ContainsKey(Name) ?? false;
}
