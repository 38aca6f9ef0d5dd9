namespace AvayaCloud.Sandbox;

/// <summary>A user who can sign in. Role: admin, member, guest, unnamed or hostile.</summary>
public sealed record DemoUser(string Username, string Password, string DisplayName, string Role)
{
    public override string ToString() => $"{Username} ({Role})";
}
