using System.Globalization;
using System.Text;

namespace SpacesPortal.Benchmarks;

/// <summary>A table with a heading, in Markdown.</summary>
internal sealed class Report(string heading, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>A cell.</summary>
    public static string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);

    public void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = columns.Select((column, at) => _rows.Select(row => row[at].Length).Append(column.Length).Max()).ToArray();
        var text = new StringBuilder().AppendLine().Append("## ").AppendLine(heading).AppendLine();
        Line(columns);
        Line([.. widths.Select(width => new string('-', width))]);
        _rows.ForEach(Line);
        return text.ToString();

        void Line(string[] cells) =>
            text.Append("| ").AppendJoin(" | ", cells.Select((cell, at) => cell.PadRight(widths[at]))).AppendLine(" |");
    }
}
