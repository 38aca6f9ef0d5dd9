namespace SpacesPortal.Spaces;

/// <summary>Tokens of a session outside of any request or circuit, for work that goes on when those have ended.</summary>
public interface IBackgroundTokens
{
    IAccessTokenSource TokensOf(string sid);
}
