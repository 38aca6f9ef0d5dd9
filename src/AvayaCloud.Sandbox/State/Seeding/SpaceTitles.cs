namespace AvayaCloud.Sandbox.State.Seeding;

/// <summary>Titles and descriptions of the spaces of a company.</summary>
internal static class SpaceTitles
{
    private static readonly string[] Subjects =
    [
        "Harbour redesign", "Spring launch", "Customer care", "Night shift", "Data platform", "Onboarding", "Budget 2027", "Website",
        "Field service", "Partner programme", "Contact centre", "Green office", "Hiring", "Legal", "Product council", "Security",
        "Training", "Trade fair", "Translations", "Warehouse",
    ];

    private static readonly string[] Purposes =
    [
        "", "planning", "questions", "review", "stand-up", "retrospective", "announcements", "ideas",
        "Dublin", "São Paulo", "München", "東京", "core team",
    ];

    private static readonly string[] Descriptions =
    [
        "", "Everything that needs a decision this week.", "Minutes and open points.", "Say hello, ask anything.",
        "For the people who keep it running.", "Drafts welcome; nothing here is final.",
    ];

    public static string GetTitle(int seed, int number)
    {
        var combination = (number + Derived.Number(seed, "titles", Subjects.Length)) % (Subjects.Length * Purposes.Length);
        var title = $"{Subjects[combination % Subjects.Length]} {Purposes[combination / Subjects.Length]}".TrimEnd();
        var round = number / (Subjects.Length * Purposes.Length);
        return round == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} {round + 1}");
    }

    public static string GetDescription(int seed, int number) =>
        Descriptions[Derived.Number(seed, "description " + number.ToString(CultureInfo.InvariantCulture), Descriptions.Length)];
}
