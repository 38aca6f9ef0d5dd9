namespace AvayaCloud.Sandbox.Control;

/// <summary>Removes the faults, or everything that happened since the start. The state is then that of the seed again.</summary>
internal sealed class SandboxReset(
    SandboxFaults faults, RequestLog log, TokenVault vault, BrowserSessions sessions, SandboxState state, SandboxServiceApps apps)
{
    /// <summary>False for a command that names something else.</summary>
    public bool TryRun(ResetCommand command)
    {
        if (command.What is not ("faults" or "all" or ""))
            return false;
        faults.Clear();
        if (command.What == "faults")
            return true;
        vault.Clear();
        sessions.Clear();
        state.Clear();
        apps.Reset();
        log.Clear();
        return true;
    }
}
