using System.Net.Sockets;
using System.Text;

namespace SpacesPortal.Tests.Host;

/// <summary>A request byte by byte: for what no HTTP client sends. Each character is one byte (ISO 8859-1).</summary>
internal static class RawRequest
{
    /// <summary>The lines of the head, without the empty one; the answer with its own head.</summary>
    public static async Task<string> SendAsync(Uri portal, params string[] head)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(portal.Host, portal.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", [.. head, "", ""])), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public static int StatusOf(string answer) => int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), provider: null);
}
