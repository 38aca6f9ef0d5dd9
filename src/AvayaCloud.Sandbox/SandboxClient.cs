namespace AvayaCloud.Sandbox;

/// <summary>The one registered OAuth client.</summary>
public sealed record SandboxClient(string ClientId, string ClientSecret)
{
    // The secret stays out of whatever prints a client.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ClientId = ").Append(ClientId);
        return true;
    }
}
