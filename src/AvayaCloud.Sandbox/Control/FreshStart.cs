namespace AvayaCloud.Sandbox.Control;

/// <summary>Forgets what has happened; people, spaces and messages are those of the seed again.</summary>
internal sealed class FreshStart(
    SandboxFaults faults, SandboxLog log, TokenVault vault, CodeStore codes, BrowserSessions sessions, SandboxState state,
    SandboxServiceApps apps)
{
    public void Faults() => faults.Clear();

    public void Everything()
    {
        faults.Clear();
        vault.Clear();
        codes.Clear();
        sessions.Clear();
        state.Clear();
        apps.MoveInAgain();
        log.Clear();
    }
}
