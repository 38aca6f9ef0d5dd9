namespace AvayaCloud.Identity;

/// <summary>The addresses and scope names of one environment (wire section 1, 2.9).</summary>
/// <param name="Identity">The host of the authorize, token, tokeninfo and revocation endpoints.</param>
/// <param name="Spaces">The REST API, with its <c>/api</c>.</param>
/// <param name="Socket">The Socket.IO host.</param>
/// <param name="Scopes">In the order of [seed 1] and [seed 2].</param>
public sealed record AvayaCloudHosts(Uri Identity, Uri Spaces, Uri Socket, IReadOnlyList<string> Scopes)
{
    private static readonly string[] ShortScopes = ["email", "profile", "spaces"];

    private static readonly string[] ZangScopes =
    [
        "https://accounts.zang.io/auth/userinfo.email",
        "https://accounts.zang.io/auth/userinfo.profile",
        "https://accounts.zang.io/auth/zangspaces",
    ];

    /// <summary>The hosts of an environment.</summary>
    public static AvayaCloudHosts Of(AvayaCloudEnvironment environment) => environment switch
    {
        AvayaCloudEnvironment.Production => Create(
            "https://accounts.avayacloud.com",
            "https://spacesapis.avayacloud.com/api",
            "https://spacesapis-socket.avayacloud.com",
            ShortScopes),
        AvayaCloudEnvironment.Staging => Create(
            "https://onesnastaging.esna.com",
            "https://loganstagingapis.esna.com/api",
            "https://loganstagingapis-socket.esna.com",
            ShortScopes),
        AvayaCloudEnvironment.Zang => Create(
            "https://accounts.zang.io", "https://spacesapis.zang.io/api", "https://spacesapis-socket.zang.io", ZangScopes),
        AvayaCloudEnvironment.Sandbox => Create("http://localhost:5081", "http://localhost:5081/api", "http://localhost:5081", ShortScopes),
        _ => throw new ArgumentOutOfRangeException(nameof(environment), environment, "This environment has no hosts."),
    };

    private static AvayaCloudHosts Create(string identity, string spaces, string socket, string[] scopes) =>
        new(new Uri(identity), new Uri(spaces), new Uri(socket), scopes);
}
