namespace AvayaCloud.Sandbox.State;

/// <summary>Creates and changes spaces. Callers check the permissions (<see cref="Spaces.Permissions"/>).</summary>
internal sealed class SpaceStore(SpaceTable table, StateFeed feed, StateClock clock, ObjectIds ids)
{
    public Space? Find(string id) => table.Find(id) is { Status: not SpaceStatus.Deleted } space ? space : null;

    /// <summary>Latest activity first.</summary>
    public IReadOnlyList<Membership> GetFor(Person person) => table.GetFor(person);

    public Space Create(Person owner, string title, string description, SpaceKind kind = SpaceKind.Group, params Attendee[] others)
    {
        var now = clock.Next();
        Attendee[] attendees = [new(owner, Role.Admin), .. others];
        return table.Put(new Space
        {
            Id = ids.Next(now),
            Title = title,
            Description = description,
            Kind = kind,
            Creator = owner,
            Attendees = [.. attendees.Select(it => it with { Joined = now, LastAccess = now })],
            Settings = new SpaceSettings { Restrict = kind == SpaceKind.Group ? [SpaceSettings.NoHistoryForGuests] : [] },
            Created = now,
            Modified = now,
        });
    }

    /// <summary>Two users have one direct space [docs D/api/spaces/spaces_direct_usertype_userid].</summary>
    public Space GetOrCreateDirect(Person person, Person other) => GetFor(person)
        .Select(it => it.Space)
        .FirstOrDefault(it => it is { Kind: SpaceKind.Direct, Status: not SpaceStatus.Deleted } && it.Find(other) is not null)
        ?? Create(
            person, other.DisplayName, "", SpaceKind.Direct, new Attendee(other, other.IsAnonymous ? Role.Guest : Role.Admin));

    /// <summary>The system creates one for each user [docs D/guides/personal-meeting-room].</summary>
    public Space GetOrCreatePersonalRoom(Person person) => GetFor(person)
        .Select(it => it.Space)
        .FirstOrDefault(it => it.Kind == SpaceKind.Personal && it.Creator.SpacesId == person.SpacesId)
        ?? Create(person, person.DisplayName + "'s room", "", SpaceKind.Personal);

    /// <summary>A member keeps the present role.</summary>
    public Space AddMember(Space space, Person person, string role)
    {
        // An invitation may name a person twice, so the space is read again.
        space = table.Find(space.Id)!;
        if (space.Find(person) is not null)
            return space;
        var now = clock.Next();
        return table.Put(space.With(new Attendee(person, role) { Joined = now, LastAccess = now }));
    }

    public void SetRole(Space space, Person person, string role)
    {
        if (space.Find(person) is { } attendee)
            UpdateMember(space, attendee with { Role = role });
        else
            AddMember(space, person, role);
    }

    public void UpdateMember(Space space, Attendee attendee) => table.Put(space.With(attendee));

    public Space RemoveMember(Space space, Attendee attendee)
    {
        space = table.Put(space.Without(attendee.Person.SpacesId));
        feed.Publish(new StateChange.MemberLeft(space, attendee));
        return space;
    }

    public Space Update(Space space)
    {
        space = table.Put(space with { Modified = clock.Next() });
        feed.Publish(space.Status == SpaceStatus.Deleted ? new StateChange.SpaceDeleted(space) : new StateChange.SpaceChanged(space));
        return space;
    }

    /// <summary>Replaces a person in all spaces by the changed one.</summary>
    public void ReplacePerson(Person person)
    {
        foreach (var (space, member) in GetFor(person))
        {
            var creator = space.Creator.SpacesId == person.SpacesId ? person : space.Creator;
            table.Put(space.With(member with { Person = person }) with { Creator = creator });
        }
    }
}
