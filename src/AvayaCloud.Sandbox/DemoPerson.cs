namespace AvayaCloud.Sandbox;

/// <summary>Somebody who can sign in. Role: admin, member, guest, unnamed or hostile.</summary>
public sealed record DemoPerson(string Username, string Password, string DisplayName, string Role)
{
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Username = ").Append(Username).Append(", Role = ").Append(Role);
        return true;
    }
}
