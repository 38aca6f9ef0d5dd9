namespace AvayaCloud.Sandbox.State;

/// <summary>Everybody whom Spaces knows: the demo users, and who came since (bulk update, service accounts, guests).</summary>
internal sealed class PeopleStore(DemoUsers users, StateFeed feed)
{
    private readonly Dictionary<string, Person> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _passwords = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PersonalSettings> _settings = new(StringComparer.Ordinal);

    public Company Company => users.Company;

    public IReadOnlyList<Person> All
    {
        get
        {
            lock (feed.Gate)
                return [.. Everybody()];
        }
    }

    public Person? Find(string spacesId)
    {
        lock (feed.Gate)
            return Everybody().FirstOrDefault(it => it.SpacesId == spacesId);
    }

    /// <summary>By the identity server's id of the user [wire 2.12].</summary>
    public Person? FindByIdentityId(string identityId)
    {
        lock (feed.Gate)
            return Everybody().FirstOrDefault(it => it.IdentityId == identityId);
    }

    /// <summary>All of somebody's addresses count [docs A/api/users/users_userid_colleaguesbulk].</summary>
    public Person? FindByEmail(string? email)
    {
        lock (feed.Gate)
            return string.IsNullOrWhiteSpace(email) ? null : Everybody().FirstOrDefault(it => it.HasEmail(email.Trim()));
    }

    /// <summary>Adds somebody, or puts them in the place of who had the id.</summary>
    public void Put(Person person, string? password = null)
    {
        lock (feed.Gate)
        {
            _changed[person.SpacesId] = person;
            _gone.Remove(person.SpacesId);
            if (password is not null)
                _passwords[person.Login] = password;
        }
    }

    public void Remove(Person person)
    {
        lock (feed.Gate)
        {
            _gone.Add(person.SpacesId);
            _passwords.Remove(person.Login);
        }
    }

    /// <summary>Of somebody who came since; the demo users share one.</summary>
    public string? PasswordOf(Person person)
    {
        lock (feed.Gate)
        {
            return _passwords.GetValueOrDefault(person.Login)
                ?? (users.WithSignIn.Any(it => it.SpacesId == person.SpacesId) ? users.Password : null);
        }
    }

    public PersonalSettings SettingsOf(Person person)
    {
        lock (feed.Gate)
            return _settings.GetValueOrDefault(person.SpacesId, PersonalSettings.Default);
    }

    public PersonalSettings SetSettings(Person person, Func<PersonalSettings, PersonalSettings> change)
    {
        lock (feed.Gate)
            return _settings[person.SpacesId] = change(SettingsOf(person));
    }

    public void Clear()
    {
        lock (feed.Gate)
        {
            _changed.Clear();
            _gone.Clear();
            _passwords.Clear();
            _settings.Clear();
        }
    }

    private IEnumerable<Person> Everybody() => users.WithSignIn.Concat(users.Colleagues)
        .Select(it => _changed.GetValueOrDefault(it.SpacesId, it))
        .Concat(_changed.Values.Where(it => !users.Contains(it.SpacesId)))
        .Where(it => !_gone.Contains(it.SpacesId));
}
