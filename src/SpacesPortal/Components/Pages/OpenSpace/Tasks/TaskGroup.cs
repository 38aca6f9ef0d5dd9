namespace SpacesPortal.Components.Pages.OpenSpace;

/// <summary>Tasks under one heading of the list.</summary>
internal sealed record TaskGroup(string Title, IReadOnlyList<Message> Tasks)
{
    private static readonly string[] Order = ["Overdue", "This week", "Later", "No date", "Done"];

    /// <summary>The groups that have tasks, each by due date.</summary>
    public static IReadOnlyList<TaskGroup> Of(IEnumerable<Message> tasks, DateTimeOffset now, TimeZoneInfo? zone)
    {
        var today = DueDate.DayOf(now, zone);
        var groups = tasks.ToLookup(it => TitleOf(it.Task!, today, zone));
        return
        [
            .. Order.Where(groups.Contains)
                .Select(title => new TaskGroup(title, [.. groups[title].OrderBy(it => it.Task!.Due ?? DateTimeOffset.MaxValue)])),
        ];
    }

    private static string TitleOf(TaskDetails task, DateOnly today, TimeZoneInfo? zone)
    {
        if (task.State == TaskState.Completed)
            return "Done";
        if (task.Due is not { } due)
            return "No date";
        var days = DueDate.DayOf(due, zone).DayNumber - today.DayNumber;
        return days switch { < 0 => "Overdue", < 7 => "This week", _ => "Later" };
    }
}
