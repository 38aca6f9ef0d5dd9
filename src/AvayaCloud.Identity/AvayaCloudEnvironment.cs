namespace AvayaCloud.Identity;

/// <summary>Which Avaya Cloud: each has its own hosts and scope names.</summary>
public enum AvayaCloudEnvironment
{
    /// <summary>avayacloud.com.</summary>
    Production,

    /// <summary>esna.com, where developers register first.</summary>
    Staging,

    /// <summary>zang.io, the legacy hosts with scopes that are addresses.</summary>
    Zang,

    /// <summary>The Avaya Cloud on loopback that comes with the portal.</summary>
    Sandbox,
}
