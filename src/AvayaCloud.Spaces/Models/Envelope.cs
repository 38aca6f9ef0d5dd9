namespace AvayaCloud.Spaces;

/// <summary>
/// One object, bare or wrapped. Avaya has it every way: bare (<c>/spaces/{id}</c>), in <c>data</c> (personal room), as the first of
/// <c>data</c> (direct, settings), in <c>topic</c> (join) [wire 4.0].
/// </summary>
/// <param name="Value">Null when there is none, or one without an id.</param>
public sealed record Envelope<T>(T? Value)
    where T : class, IIdentified;
