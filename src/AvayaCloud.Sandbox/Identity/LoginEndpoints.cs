using AvayaCloud.Sandbox.Identity.Pages;
using AvayaCloud.Sandbox.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>The login page, for people and for scripts that know the fields of the real one [wire 2.3].</summary>
internal static class LoginEndpoints
{
    private const string Path = "/account/login/";
    private const string Home = "/_sandbox";

    public static string GetPath(string next) => Path + "?next=" + Uri.EscapeDataString(next);

    public static string GetSignOutPath(string next) => "/account/logout/?next=" + Uri.EscapeDataString(next);

    public static IResult Show(HttpContext context, DemoUsers users) => CreatePage(context, users, context.Request.Query["next"]);

    public static IResult SignIn(HttpContext context, DemoUsers users, Accounts accounts, BrowserSessions sessions)
    {
        var form = context.Request.Form;
        var next = form.GetSingle("next") ?? context.Request.Query["next"];
        if (FindUser(form, users, accounts) is not { } user)
        {
            // Status 200 and this exact text [repo LT k6/src/login.js].
            context.SetOutcome("wrong password");
            return CreatePage(context, users, next, form.GetSingle("username"), "Invalid Username or Password!");
        }

        sessions.RenewId(context).User = user;
        return context.Redirect(GetLocal(next), "signed in", user);
    }

    /// <summary>Ends the session at the identity server; tokens stay valid [guess: DOP].</summary>
    public static IResult SignOut(HttpContext context, BrowserSessions sessions)
    {
        sessions.Remove(context);
        return context.Redirect(GetLocal(context.Request.Query["next"]), "signed out");
    }

    private static PageResult<LoginPage> CreatePage(
        HttpContext context, DemoUsers users, string? next, string? username = null, string? error = null) =>
        new(new LoginModel(users.Listed, LoginMethod.Create(users), next ?? "", username ?? "", error, Csrf.GetToken(context)));

    // The other four methods have no password here: each signs in one of the demo users.
    private static Person? FindUser(IFormCollection form, DemoUsers users, Accounts accounts) =>
        form.GetSingle("method") is { } method
            ? accounts.Find(LoginMethod.Create(users).FirstOrDefault(it => it.Id == method)?.Username)
            : accounts.Authenticate(form.GetSingle("username"), form.GetSingle("password"));

    private static string GetLocal(string? next) => RedirectHttpResult.IsLocalUrl(next) ? next : Home;
}
