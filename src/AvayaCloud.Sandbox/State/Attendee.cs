namespace AvayaCloud.Sandbox.State;

/// <summary>A member of a space, with the member's own marks for it.</summary>
internal sealed record Attendee(Person Person, string Role)
{
    public DateTimeOffset? Joined { get; init; }
    public DateTimeOffset? LastAccess { get; init; }
    public bool IsPinned { get; init; }
    public bool IsUnread { get; init; }

    /// <summary>all, direct or none [guess: the values of mNotif in docs D/api/users/users_me_settings_id].</summary>
    public string Notification { get; init; } = "all";
}

/// <summary>Admins, members and guests [wire 6].</summary>
internal static class Role
{
    public const string Admin = "admin";
    public const string Member = "member";
    public const string Guest = "guest";

    public static bool IsKnown(string? role) => role is Admin or Member or Guest;
}
