namespace AvayaCloud.Spaces;

/// <summary>A group space to create. The caller becomes its admin.</summary>
public sealed record NewSpace(string Title)
{
    public string Description { get; init; } = "";
    public Invitation Invitation { get; init; } = new();
}

/// <summary>Who is invited, and how.</summary>
public sealed record Invitation
{
    public IReadOnlyList<Invitee> Invitees { get; init; } = [];

    /// <summary>True: Avaya sends e-mails. False: the caller passes on <see cref="InvitationResult.Text"/>.</summary>
    public bool SendEmail { get; init; } = true;

    public DateTimeOffset? Starts { get; init; }
    public DateTimeOffset? Ends { get; init; }

    /// <summary>The culture of the e-mail, such as <c>en-US</c>.</summary>
    public string? Language { get; init; }

    internal InvitationRequest ToRequest(NewTopic? topic = null) => new()
    {
        Topic = topic,
        Invitees = [.. Invitees.Select(it => it.ToRequest())],
        Starts = Starts,
        Ends = Ends,
        InformChannel = SendEmail ? "server" : "client",
        Language = Language,
    };
}

/// <summary>A user to invite, by e-mail address or by Spaces id.</summary>
public sealed record Invitee
{
    private Invitee(string name, bool isEmail, SpaceRole role)
    {
        Name = name;
        IsEmail = isEmail;
        Role = role;
    }

    public string Name { get; }
    public bool IsEmail { get; }
    public SpaceRole Role { get; }

    public static Invitee ByEmail(string email, SpaceRole role = SpaceRole.Member) => new(email, isEmail: true, role);

    public static Invitee ById(string userId, SpaceRole role = SpaceRole.Member) => new(userId, isEmail: false, role);

    internal InviteeRequest ToRequest() => new() { Type = IsEmail ? "email" : "userId", Invitee = Name, Role = Role.ToWire() };
}
