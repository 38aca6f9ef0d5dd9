namespace AvayaCloud.Spaces;

/// <summary>A token source that signs with the time of day, and so must learn when its own is wrong.</summary>
internal interface IServerTimeObserver
{
    /// <summary>The <c>Date</c> of an answer that refused the token; null when it had none.</summary>
    void Saw(DateTimeOffset? serverTime);
}
