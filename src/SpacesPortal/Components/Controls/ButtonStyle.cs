namespace SpacesPortal.Components.Controls;

public enum ButtonStyle
{
    Plain, Primary, Quiet, Danger,
}

internal static class ButtonLooks
{
    public static string Css(this ButtonStyle look, bool wide) => (look, wide) switch
    {
        (ButtonStyle.Primary, false) => "btn btn-primary",
        (ButtonStyle.Primary, true) => "btn btn-primary btn-wide",
        (ButtonStyle.Quiet, _) => "btn btn-quiet",
        (ButtonStyle.Danger, _) => "btn btn-danger",
        (_, true) => "btn btn-wide",
        _ => "btn",
    };
}
