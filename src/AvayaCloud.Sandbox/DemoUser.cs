using System.Text;

namespace AvayaCloud.Sandbox;

/// <summary>A user who can sign in. Role: admin, member, guest, unnamed or hostile.</summary>
public sealed record DemoUser(string Username, string Password, string DisplayName, string Role)
{
    // Leaves out the password.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Username = ").Append(Username).Append(", Role = ").Append(Role);
        return true;
    }
}
