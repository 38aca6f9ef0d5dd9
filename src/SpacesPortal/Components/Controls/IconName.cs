namespace SpacesPortal.Components.Controls;

public enum IconName
{
    Home, Person, Spaces, Search, Copy, Done, Pin, Sun, Moon, Screen, Down, Out,
    Leave, Alert, Info, Again, Close, Key, Mail, Previous, Next,
}
