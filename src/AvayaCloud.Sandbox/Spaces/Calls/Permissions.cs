namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What a member may do in a space. The documents do not contain the table of Avaya; this is the [guess] of wire 6.</summary>
internal enum Permission
{
    /// <summary>PERM_TOPIC_READ: any role.</summary>
    Read,

    /// <summary>Chats, which guests may write, too.</summary>
    Chat,

    /// <summary>PERM_TOPIC_UPDATE on posts, tasks and invitations: admins and members.</summary>
    Contribute,

    /// <summary>role_admin: settings, roles, archive, delete.</summary>
    Administer,
}

internal static class Permissions
{
    public static readonly ApiError Archived = ApiError.Forbidden("This space is archived.", "space.archived");
    public static readonly ApiError IsDirect = ApiError.Forbidden("A direct space has chats only.", "space.direct");

    private static readonly ApiError NotAMember = ApiError.Forbidden("You are not in this space.", "space.not.a.member");
    private static readonly ApiError PinRequired = ApiError.Forbidden("This space needs a password.", "space.password.required");
    private static readonly ApiError PinWrong = ApiError.Forbidden("The password of this space is wrong.", "space.password.wrong");

    /// <summary>Handles a call with the space of its route and the caller's membership, if the caller has the permission.</summary>
    public static IResult InSpace(this ApiCall call, Permission permission, Func<Space, Attendee, IResult> handle)
    {
        if (call.State.Spaces.Find(call.Route("spaceId")) is not { } space)
            return ApiError.NotFound;
        return call.Check(space, permission) ?? handle(space, space.Find(call.Person)!);
    }

    public static ApiError? Check(this ApiCall call, Space space, Permission permission) =>
        Check(space, call.Caller, permission, call.Pin);

    /// <summary>Null when the caller has the permission.</summary>
    public static ApiError? Check(Space space, Caller caller, Permission permission, string? pin)
    {
        if (space.Find(caller.Person)?.Role is not { } role)
            return NotAMember;
        if (space.Status == SpaceStatus.Archived && (role != Role.Admin || permission is Permission.Chat or Permission.Contribute))
            return Archived;
        if (role == Role.Guest && space.Settings.GuestsNeedPin && CheckPin(space, pin) is { } error)
            return error;
        // A service app needs to be admin or member [seed 3]. Guests read and chat.
        var isAllowed = permission switch
        {
            Permission.Read or Permission.Chat => role != Role.Guest || caller is not Caller.ServiceApp,
            Permission.Contribute => role != Role.Guest,
            _ => role == Role.Admin,
        };
        return isAllowed ? null : ApiError.Forbidden($"The role {role} does not allow this.");
    }

    /// <summary>Avaya's Android SDK tells a missing PIN from a wrong one [wire 4.0].</summary>
    public static ApiError? CheckPin(Space space, string? pin)
    {
        if (space.Settings.Pin.Length == 0 || pin == space.Settings.Pin)
            return null;
        return string.IsNullOrEmpty(pin) ? PinRequired : PinWrong;
    }

    /// <summary>Guests do not see earlier messages than their joining, unless the space allows it [docs
    /// A/api/users/users_me_spaces_spaceid_preference].</summary>
    public static bool CanRead(Space space, Attendee reader, Message message) =>
        reader.Role != Role.Guest
            || !space.Settings.Restrict.Contains(SpaceSettings.NoHistoryForGuests)
            || message.Created >= (reader.Joined ?? space.Created);
}
