namespace AvayaCloud.Sandbox.State;

/// <summary>What can be done to spaces. Who may do it is asked before (<see cref="Spaces.Rights"/>).</summary>
internal sealed class SpaceStore(SpaceTable table, StateFeed feed, StateClock clock, ObjectIds ids)
{
    public Space? Find(string id) => table.Find(id) is { Status: not SpaceStatus.Deleted } space ? space : null;

    public IReadOnlyList<MySpace> Of(Person person) => table.Of(person);

    public Space Create(Person owner, string title, string description, SpaceKind kind = SpaceKind.Group, Person? other = null)
    {
        lock (feed.Gate)
        {
            var now = clock.Next();
            var space = table.Put(new Space
            {
                Id = ids.Next(now),
                Title = title,
                Description = description,
                Kind = kind,
                Creator = owner,
                Attendees =
                [
                    Newcomer(owner, Role.Admin, now),
                    .. other is null ? Array.Empty<Attendee>() : [Newcomer(other, other.IsAnonymous ? Role.Guest : Role.Admin, now)],
                ],
                Settings = new SpaceSettings { Restrict = kind == SpaceKind.Group ? [SpaceSettings.NoHistoryForGuests] : [] },
                Created = now,
                Modified = now,
            });
            feed.Publish(new StateChange.SpaceCreated(space));
            return space;
        }
    }

    /// <summary>The one direct space of the two, made when there is none [docs D/api/spaces/spaces_direct_usertype_userid].</summary>
    public Space Direct(Person one, Person other)
    {
        lock (feed.Gate)
        {
            return Of(one)
                .Select(it => it.Space)
                .FirstOrDefault(it => it is { Kind: SpaceKind.Direct, Status: not SpaceStatus.Deleted } && it.Find(other) is not null)
                ?? Create(one, other.DisplayName, "", SpaceKind.Direct, other);
        }
    }

    /// <summary>Made by the system, one for each [docs D/guides/personal-meeting-room].</summary>
    public Space PersonalRoom(Person person)
    {
        lock (feed.Gate)
        {
            return Of(person)
                .Select(it => it.Space)
                .FirstOrDefault(it => it.Kind == SpaceKind.Personal && it.Creator.SpacesId == person.SpacesId)
                ?? Create(person, person.DisplayName + "'s room", "", SpaceKind.Personal);
        }
    }

    /// <summary>Nothing happens to somebody who is in already.</summary>
    public Space Join(string id, Person person, string role)
    {
        lock (feed.Gate)
        {
            var space = table.Find(id)!;
            if (space.Find(person) is not null)
                return space;
            var attendee = Newcomer(person, role, clock.Next());
            space = table.Put(space.With(attendee));
            feed.Publish(new StateChange.MemberJoined(space, attendee));
            return space;
        }
    }

    public Space SetRole(string id, Person person, string role)
    {
        lock (feed.Gate)
        {
            var space = table.Find(id)!;
            if (space.Find(person) is not { } attendee)
                return Join(id, person, role);
            var changed = attendee with { Role = role };
            space = table.Put(space.With(changed));
            feed.Publish(new StateChange.RoleChanged(space, changed));
            return space;
        }
    }

    public Space Leave(string id, string personId)
    {
        lock (feed.Gate)
        {
            var space = table.Find(id)!;
            if (space.Find(personId) is not { } attendee)
                return space;
            space = table.Put(space.Without(personId));
            feed.Publish(new StateChange.MemberLeft(space, attendee));
            return space;
        }
    }

    /// <summary>A person's own marks: pinned, notification. Nobody else hears of it.</summary>
    public Space Mark(string id, Person person, Func<Attendee, Attendee> change)
    {
        lock (feed.Gate)
        {
            var space = table.Find(id)!;
            return space.Find(person) is { } own ? table.Put(space.With(change(own))) : space;
        }
    }

    public Space MarkRead(string id, Person person)
    {
        lock (feed.Gate)
        {
            var space = Mark(id, person, own => own with { IsUnread = false, LastAccess = clock.Next() });
            feed.Publish(new StateChange.MarkedRead(space, person));
            return space;
        }
    }

    public Space Change(string id, Func<Space, Space> change)
    {
        lock (feed.Gate)
        {
            var space = table.Put(change(table.Find(id)!) with { Modified = clock.Next() });
            feed.Publish(space.Status == SpaceStatus.Deleted ? new StateChange.SpaceDeleted(space) : new StateChange.SpaceChanged(space));
            return space;
        }
    }

    /// <summary>The new person in the old one's place, everywhere.</summary>
    public void Replace(Person person)
    {
        lock (feed.Gate)
        {
            foreach (var (space, own) in Of(person).ToList())
            {
                var creator = space.Creator.SpacesId == person.SpacesId ? person : space.Creator;
                table.Put(space.With(own with { Person = person }) with { Creator = creator });
            }
        }
    }

    private static Attendee Newcomer(Person person, string role, DateTimeOffset now) =>
        new(person, role) { Joined = now, LastAccess = now };
}
