namespace AvayaCloud.Sandbox.State;

/// <summary>The accounts of the demo users, and of users who were added since: by bulk update, as service accounts or as guests. Safe to
/// use without the lock of the state, because the identity server uses it, too.</summary>
internal sealed class PeopleStore(DemoUsers users)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, string> _passwords = new(StringComparer.OrdinalIgnoreCase);
    private volatile Person[] _people = [.. users.WithSignIn, .. users.Colleagues];

    public Company Company => users.Company;
    public IReadOnlyList<Person> All => _people;

    public Person? Find(string spacesId) => Array.Find(_people, it => it.SpacesId == spacesId);

    /// <summary>By the id of the user at the identity server [wire 2.12].</summary>
    public Person? FindByIdentityId(string identityId) => Array.Find(_people, it => it.IdentityId == identityId);

    /// <summary>By any address of the user [docs A/api/users/users_userid_colleaguesbulk].</summary>
    public Person? FindByEmail(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : Array.Find(_people, it => it.HasEmail(email.Trim()));

    /// <summary>Adds a person, or replaces the one with the same id.</summary>
    public void Put(Person person, string? password = null)
    {
        lock (_lock)
        {
            _people = Find(person.SpacesId) is null
                ? [.. _people, person]
                : [.. _people.Select(it => it.SpacesId == person.SpacesId ? person : it)];
            if (password is not null)
                _passwords[person.Login] = password;
        }
    }

    public void Remove(Person person)
    {
        lock (_lock)
        {
            _people = [.. _people.Where(it => it.SpacesId != person.SpacesId)];
            _passwords.TryRemove(person.Login, out _);
        }
    }

    /// <summary>The demo users share a password. Null for a user who cannot sign in.</summary>
    public string? GetPassword(Person person) => _passwords.GetValueOrDefault(person.Login)
        ?? (users.WithSignIn.Any(it => it.SpacesId == person.SpacesId) ? users.Password : null);

    public void Clear()
    {
        lock (_lock)
        {
            _people = [.. users.WithSignIn, .. users.Colleagues];
            _passwords.Clear();
        }
    }
}
