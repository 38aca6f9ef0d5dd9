using AvayaCloud.Sandbox.Identity.Pages;
using AvayaCloud.Sandbox.Pages;

namespace AvayaCloud.Sandbox.Identity;

/// <summary>The login page, for people and for scripts that know the real one's fields [wire 2.3].</summary>
internal static class LoginEndpoints
{
    internal static readonly AuthorizationReading.Refused Forged =
        new("csrf", "This form is too old or came from another place. Please go back and try again.");

    private const string Path = "/account/login/";
    private const string Home = "/_sandbox";

    public static string PathFor(string next) => Path + "?next=" + Uri.EscapeDataString(next);

    public static string SignOutPathFor(string next) => "/account/logout/?next=" + Uri.EscapeDataString(next);

    public static Task ShowAsync(HttpContext context, Cast cast) => ShowAsync(context, cast, context.Request.Query["next"], null, null);

    public static async Task SignInAsync(HttpContext context, Cast cast, Accounts accounts, BrowserSessions sessions)
    {
        var form = await context.FormAsync(context.RequestAborted);
        if (form is null || !Csrf.Holds(context, form.One(Csrf.Field)))
        {
            await AuthorizeEndpoints.RefuseAsync(context, Forged, StatusCodes.Status403Forbidden);
            return;
        }

        var next = form.One("next") ?? context.Request.Query["next"].ToString();
        if (PersonOf(form, cast, accounts) is not { } person)
        {
            // A page with status 200, in these very words [repo LT k6/src/login.js].
            context.Outcome("wrong password");
            await ShowAsync(context, cast, next, form.One("username"), "Invalid Username or Password!");
            return;
        }

        sessions.Renew(context).Person = person;
        await AuthorizeEndpoints.SeeOtherAsync(context, Local(next), "signed in", person.Login);
    }

    /// <summary>Ends the sign-in at the identity server; tokens live on [guess: DOP].</summary>
    public static Task SignOutAsync(HttpContext context, BrowserSessions sessions)
    {
        sessions.Forget(context);
        return AuthorizeEndpoints.SeeOtherAsync(context, Local(context.Request.Query["next"]), "signed out");
    }

    private static Task ShowAsync(HttpContext context, Cast cast, string? next, string? username, string? problem) =>
        context.PageAsync<LoginPage>(StatusCodes.Status200OK, new()
        {
            [nameof(LoginPage.People)] = cast.Demo,
            [nameof(LoginPage.Methods)] = LoginMethod.All.Select(it => (it.Id, it.Name, it.Person(cast).Login)).ToList(),
            [nameof(LoginPage.Next)] = next ?? "",
            [nameof(LoginPage.Username)] = username ?? "",
            [nameof(LoginPage.Problem)] = problem,
            [nameof(LoginPage.Csrf)] = Csrf.Token(context),
        });

    private static Person? PersonOf(IFormCollection form, Cast cast, Accounts accounts)
    {
        // The other four methods have no password here: each stands for one of the demo people.
        if (form.One("method") is { } method)
            return LoginMethod.All.FirstOrDefault(it => it.Id == method)?.Person(cast);
        return accounts.Check(form.One("username"), form.One("password"));
    }

    private static string Local(string? next) =>
        next is ['/', ..] and not ['/', '/' or '\\', ..] && !next.Any(char.IsControl) ? next : Home;
}
