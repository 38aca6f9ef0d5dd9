namespace AvayaCloud.Sandbox.Hosting;

internal static class FormReading
{
    /// <summary>The form, urlencoded or multipart [wire 2.5]; null when the body is no readable form.</summary>
    public static async Task<IFormCollection?> FormAsync(this HttpContext context, CancellationToken cancellationToken)
    {
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A value that came once and is not empty.</summary>
    public static string? One(this IFormCollection form, string name) =>
        form[name] is { Count: 1 } values && !string.IsNullOrEmpty(values[0]) ? values[0] : null;
}
