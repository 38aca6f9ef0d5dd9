namespace SpacesPortal.Components.Controls;

public enum ButtonVariant
{
    Plain, Primary, Quiet, Danger,
}

internal static class ButtonVariantExtensions
{
    public static string Css(this ButtonVariant variant, bool wide) => (variant, wide) switch
    {
        (ButtonVariant.Primary, false) => "btn btn-primary",
        (ButtonVariant.Primary, true) => "btn btn-primary btn-wide",
        (ButtonVariant.Quiet, _) => "btn btn-quiet",
        (ButtonVariant.Danger, _) => "btn btn-danger",
        (_, true) => "btn btn-wide",
        _ => "btn",
    };
}
