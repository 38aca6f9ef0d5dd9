namespace AvayaCloud.Sandbox.Spaces;

/// <summary>
/// What one needs to be in a space. The table of the real ones is past what is left of the docs; these are the [guess] of wire 6.
/// </summary>
internal enum Right
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

internal static class Rights
{
    public static readonly ApiAnswer.Refused PinRequired = new(
        StatusCodes.Status403Forbidden, "space.password.required", "This space needs a password.");
    public static readonly ApiAnswer.Refused PinWrong = new(
        StatusCodes.Status403Forbidden, "space.password.wrong", "The password of this space is wrong.");

    private static readonly ApiAnswer Outside = ApiAnswer.Forbidden("You are not in this space.", "space.not.a.member");
    private static readonly ApiAnswer Archived = ApiAnswer.Forbidden("This space is archived.", "space.archived");

    /// <summary>The space of the call's route, or what to answer instead.</summary>
    public static ApiAnswer In(this ApiCall call, Right right, Func<Space, Attendee, ApiAnswer> answer)
    {
        if (call.State.Spaces.Find(call.Route("spaceId")) is not { } space)
            return ApiAnswer.NotFound;
        return Refusal(space, call.Caller, right, call.Pin) ?? answer(space, space.Find(call.Person)!);
    }

    /// <summary>Null when the caller may.</summary>
    public static ApiAnswer? Refusal(Space space, Caller caller, Right right, string? pin)
    {
        if (space.RoleOf(caller.Person) is not { } role)
            return Outside;
        if (space.Status == SpaceStatus.Archived && (role != Role.Admin || right is Right.Chat or Right.Contribute))
            return Archived;
        if (role == Role.Guest && space.Settings.GuestsNeedPin && PinRefusal(space, pin) is { } refused)
            return refused;
        // Service apps: where the account is admin or member [seed 3]. Guests read and chat.
        var may = right switch
        {
            Right.Read or Right.Chat => role != Role.Guest || caller is not Caller.ServiceApp,
            Right.Contribute => role != Role.Guest,
            _ => role == Role.Admin,
        };
        return may ? null : ApiAnswer.Forbidden($"The role {role} does not allow this.");
    }

    /// <summary>Two distinct refusals: Avaya's Android SDK tells a missing PIN from a wrong one [wire 4.0].</summary>
    public static ApiAnswer? PinRefusal(Space space, string? pin)
    {
        if (space.Settings.Pin.Length == 0)
            return null;
        return string.IsNullOrEmpty(pin) ? PinRequired : pin == space.Settings.Pin ? null : PinWrong;
    }

    /// <summary>
    /// Guests do not see what was said before they came, unless the space lets them [docs A/api/users/users_me_spaces_spaceid_preference].
    /// </summary>
    public static bool MayRead(Space space, Attendee reader, Message message) =>
        reader.Role != Role.Guest
            || !space.Settings.Restrict.Contains(SpaceSettings.NoHistoryForGuests)
            || message.Created >= (reader.Joined ?? space.Created);
}
