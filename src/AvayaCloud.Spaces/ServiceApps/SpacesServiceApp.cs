namespace AvayaCloud.Spaces;

/// <summary>What service apps are known by in a host.</summary>
public static class SpacesServiceApp
{
    /// <summary>The key of the services of an app that was added without a name.</summary>
    public const string DefaultName = "service-app";
}
