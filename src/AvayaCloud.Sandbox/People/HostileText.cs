namespace AvayaCloud.Sandbox.People;

/// <summary>Strings that break pages which do not encode them. They must appear as plain text.</summary>
internal static class HostileText
{
    public const string Script = "<script>document.title='owned'</script>";
    public const string Attribute = "\"'><img src=x onerror=\"document.title='owned'\">";
    public const string Link = "javascript:document.title='owned'//";
    public const string RightToLeft = "invoice\u202Efdp.exe\u202C";
    public const string Directions = "\u2066\u2067שלום\u2069 العربية \u200F";
    public const string Emoji = "👩‍👩‍👧‍👦🏴‍☠️👍🏽 Z̸̡͎a̷l̵g̶o̷";
    public const string Control = "null\u0000 bell\u0007 escape\u001b[31m line\u2028end";
    public const string Template = "{{7*7}} ${7*7} @(7*7) <%= 7*7 %> %00 %0d%0aSet-Cookie:x=y";
    public const string Closing = "</title></textarea></style><!--";

    /// <summary>Surrogate pairs in a long text. Half a pair cannot be sent in UTF-8.</summary>
    public static readonly string Long = string.Concat(Enumerable.Repeat("Wide title 𝔘𝔫𝔦 ", 500))[..5000];

    public static readonly string Unbroken = new('W', 5000);
}
