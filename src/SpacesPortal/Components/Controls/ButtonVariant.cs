namespace SpacesPortal.Components.Controls;

/// <summary>A class of app.css, such as <c>btn-primary</c>.</summary>
public enum ButtonVariant
{
    Plain, Primary, Quiet, Danger,
}
