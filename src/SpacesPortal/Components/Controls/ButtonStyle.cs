namespace SpacesPortal.Components.Controls;

public enum ButtonStyle
{
    Plain, Primary, Quiet, Danger,
}

internal static class ButtonStyleExtensions
{
    public static string Css(this ButtonStyle style, bool wide) => (style, wide) switch
    {
        (ButtonStyle.Primary, false) => "btn btn-primary",
        (ButtonStyle.Primary, true) => "btn btn-primary btn-wide",
        (ButtonStyle.Quiet, _) => "btn btn-quiet",
        (ButtonStyle.Danger, _) => "btn btn-danger",
        (_, true) => "btn btn-wide",
        _ => "btn",
    };
}
