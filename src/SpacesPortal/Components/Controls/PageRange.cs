namespace SpacesPortal.Components.Controls;

/// <summary>The arithmetic of a pager. A page number past the end means the last page.</summary>
public sealed record PageRange
{
    private const int Neighbours = 1;

    public PageRange(int page, int size, int total)
    {
        Size = Math.Max(1, size);
        Total = Math.Max(0, total);
        Pages = Math.Max(1, (int)Math.Ceiling(Total / (double)Size));
        Page = Math.Clamp(page, 1, Pages);
    }

    public int Page { get; }
    public int Size { get; }
    public int Total { get; }
    public int Pages { get; }
    public int First => Total == 0 ? 0 : ((Page - 1) * Size) + 1;
    public int Last => Math.Min(Page * Size, Total);
    public string Text => Total == 0 ? "0" : $"{DisplayText.Number(First)}–{DisplayText.Number(Last)} of {DisplayText.Number(Total)}";

    /// <summary>Page numbers to link; null is a gap.</summary>
    public IEnumerable<int?> Shown
    {
        get
        {
            var last = 0;
            foreach (var number in Enumerable.Range(1, Pages).Where(IsShown))
            {
                // Instead of a gap of one page, show that page: it takes no more room than an ellipsis.
                if (number - last == 2)
                    yield return number - 1;
                else if (number - last > 2)
                    yield return null;

                yield return last = number;
            }
        }
    }

    private bool IsShown(int number) => number == 1 || number == Pages || Math.Abs(number - Page) <= Neighbours;
}
