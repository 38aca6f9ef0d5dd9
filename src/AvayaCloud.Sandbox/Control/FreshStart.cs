using AvayaCloud.Sandbox.Identity;

namespace AvayaCloud.Sandbox.Control;

/// <summary>Forgets what has happened; people and spaces follow from the seed and stay.</summary>
internal sealed class FreshStart(SandboxFaults faults, SandboxLog log, TokenVault vault, CodeStore codes, BrowserSessions sessions)
{
    public void Faults() => faults.Clear();

    public void Everything()
    {
        faults.Clear();
        vault.Clear();
        codes.Clear();
        sessions.Clear();
        log.Clear();
    }
}
