namespace SpacesPortal.Components.Controls;

public enum ButtonLook
{
    Plain, Primary, Quiet, Danger,
}

internal static class ButtonLooks
{
    public static string Css(this ButtonLook look, bool wide) => (look, wide) switch
    {
        (ButtonLook.Primary, false) => "btn btn-primary",
        (ButtonLook.Primary, true) => "btn btn-primary btn-wide",
        (ButtonLook.Quiet, _) => "btn btn-quiet",
        (ButtonLook.Danger, _) => "btn btn-danger",
        (_, true) => "btn btn-wide",
        _ => "btn",
    };
}
