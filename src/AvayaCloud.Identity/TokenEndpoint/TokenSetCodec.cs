namespace AvayaCloud.Identity;

/// <summary>A generation of tokens in bytes, to be sealed: in the cookie and in the ledger alike.</summary>
internal static class TokenSetCodec
{
    public static void Write(BinaryWriter writer, TokenSet tokens)
    {
        writer.Write7BitEncodedInt(tokens.Generation);
        writer.Write(tokens.Access.Reveal());
        writer.Write(tokens.Refresh?.Reveal() ?? "");
        writer.Write7BitEncodedInt64(tokens.ObtainedAt.ToUnixTimeSeconds());
        writer.Write7BitEncodedInt64(tokens.ExpiresAt.ToUnixTimeSeconds());
        writer.Write(tokens.Grant.Scope);
        writer.Write(tokens.Grant.Subject);
    }

    public static TokenSet? Read(BinaryReader reader)
    {
        var generation = reader.Read7BitEncodedInt();
        if (!AccessToken.TryParse(reader.ReadString(), out var access))
            return null;
        RefreshToken? refresh = RefreshToken.TryParse(reader.ReadString(), out var parsed) ? parsed : null;
        return new TokenSet(
            generation, access, refresh,
            DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64()),
            DateTimeOffset.FromUnixTimeSeconds(reader.Read7BitEncodedInt64()),
            new Grant(reader.ReadString(), reader.ReadString()));
    }
}
