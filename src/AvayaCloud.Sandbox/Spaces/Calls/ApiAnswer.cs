namespace AvayaCloud.Sandbox.Spaces;

/// <summary>What an endpoint says. The error envelope is on no record [guess, wire 4.0].</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    public static ApiAnswer NotFound { get; } = Refuse(StatusCodes.Status404NotFound, "not.found", "There is nothing at this address.");

    public static ApiAnswer Ok(JsonNode body) => new Good(body);

    public static ApiAnswer BadRequest(string message, string code = "invalid.parameters") =>
        Refuse(StatusCodes.Status400BadRequest, code, message);

    public static ApiAnswer Forbidden(string message, string code = "permission.denied") =>
        Refuse(StatusCodes.Status403Forbidden, code, message);

    public static ApiAnswer Conflict(string message, string code) => Refuse(StatusCodes.Status409Conflict, code, message);

    public static ApiAnswer Refuse(int status, string code, string message) => new Refused(status, code, message);

    public sealed record Good(JsonNode Body) : ApiAnswer;

    public sealed record Refused(int Status, string Error, string Message) : ApiAnswer;
}
