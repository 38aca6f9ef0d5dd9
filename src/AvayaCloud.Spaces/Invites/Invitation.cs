namespace AvayaCloud.Spaces;

/// <summary>A group to be made; the caller becomes its admin.</summary>
public sealed record NewSpace(string Title)
{
    public string Description { get; init; } = "";
    public Invitation Invitation { get; init; } = new();
}

/// <summary>Who is invited, and how they hear of it.</summary>
public sealed record Invitation
{
    public IReadOnlyList<Invitee> Invitees { get; init; } = [];

    /// <summary>True: Avaya mails them; false: <see cref="InvitationResult.Text"/> is for the caller to pass on.</summary>
    public bool SendEmail { get; init; } = true;

    public DateTimeOffset? Starts { get; init; }
    public DateTimeOffset? Ends { get; init; }

    /// <summary>A culture name for the mail, such as <c>en-US</c>.</summary>
    public string? Language { get; init; }

    internal InvitationRequest ToRequest(NewTopic? topic = null) => new()
    {
        Topic = topic,
        Invitees =
        [
            .. Invitees.Select(
                it => new InviteeRequest { Type = it.IsEmail ? "email" : "userId", Invitee = it.Name, Role = it.Role.ToWire() })
        ],
        Starts = Starts,
        Ends = Ends,
        InformChannel = SendEmail ? "server" : "client",
        Language = Language,
    };
}

/// <summary>By e-mail address, or by the id of a person in Spaces.</summary>
public sealed record Invitee
{
    private Invitee(string name, bool isEmail, SpaceRole role) => (Name, IsEmail, Role) = (name, isEmail, role);

    public string Name { get; }
    public bool IsEmail { get; }
    public SpaceRole Role { get; }

    public static Invitee ByEmail(string email, SpaceRole role = SpaceRole.Member) => new(email, isEmail: true, role);

    public static Invitee ById(string userId, SpaceRole role = SpaceRole.Member) => new(userId, isEmail: false, role);
}
