namespace SpacesPortal.Hosting;

/// <summary>A setting that cannot be taken as it is: its key, and what is wrong with the value, never the value itself.</summary>
internal sealed record SettingMistake(string Key, string Problem)
{
    /// <summary>Whether another sentence is about the same setting.</summary>
    public bool Covers(string mistake) => mistake.StartsWith(Key + " ", StringComparison.Ordinal);

    public override string ToString() => $"{Key} {Problem}";
}
