namespace AvayaCloud.Sandbox.Spaces;

/// <summary>Which users are subscribed to a space at the socket.</summary>
internal interface ISubscriptions
{
    bool IsSubscribed(Person person, string spaceId);
}
