namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Who listens at the socket, for endpoints that ask whether somebody is there.</summary>
internal interface IListeners
{
    bool Hears(Person person, string spaceId);
}
