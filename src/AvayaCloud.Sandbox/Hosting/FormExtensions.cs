namespace AvayaCloud.Sandbox.Hosting;

internal static class FormExtensions
{
    /// <summary>The form, urlencoded or multipart [wire 2.5]; null when the body is not a valid form.</summary>
    public static async Task<IFormCollection?> TryReadFormAsync(this HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A value that was sent once and is not empty.</summary>
    public static string? GetSingle(this IFormCollection form, string name) => form[name] is [{ Length: > 0 } value] ? value : null;
}
