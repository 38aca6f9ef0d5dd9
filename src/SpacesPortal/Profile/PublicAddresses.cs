using System.Net;
using System.Net.Sockets;

namespace SpacesPortal.Profile;

/// <summary>Public IP addresses, as opposed to those that only this server can reach (IANA special-purpose registries).</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublicV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    // Only the IPv6 range allocated for the internet, without tunnels (Teredo, 6to4), which could carry a private IPv4 address.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublicV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(text => IPNetwork.Parse(text))];

    public static bool Contains(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublicV4.Any(network => network.Contains(address))
            : GlobalUnicast.Contains(address) && !NotPublicV6.Any(network => network.Contains(address));
    }
}
