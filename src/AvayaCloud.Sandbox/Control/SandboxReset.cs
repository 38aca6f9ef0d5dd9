using AvayaCloud.Sandbox.Identity;
using AvayaCloud.Sandbox.State;

namespace AvayaCloud.Sandbox.Control;

/// <summary>Removes everything that happened since the start. Users, spaces and messages are those of the seed again.</summary>
internal sealed class SandboxReset(
    SandboxFaults faults, RequestLog log, TokenVault vault, BrowserSessions sessions, SandboxState state, SandboxServiceApps apps)
{
    public void Run()
    {
        faults.Clear();
        vault.Clear();
        sessions.Clear();
        state.Clear();
        apps.Reset();
        log.Clear();
    }
}
