using System.Text;

namespace Reqnroll;

/// <summary>A table under a step: a header and rows of text.</summary>
public class Table
{
    private readonly string[] header;

    /// <summary>An empty table with these columns.</summary>
    public Table(params string[] header)
    {
        if (header is not { Length: > 0 })
        {
            throw new ArgumentException("No headers to add", nameof(header));
        }

        this.header = header;
    }

    /// <summary>The columns' names.</summary>
    public ICollection<string> Header => header;

    /// <summary>The rows under the header.</summary>
    public DataTableRows Rows { get; } = new();

    /// <summary>How many rows there are under the header.</summary>
    public int RowCount => Rows.Count;

    /// <summary>Adds a row.</summary>
    public void AddRow(params string[] cells)
    {
        if (cells.Length != header.Length)
        {
            throw new ArgumentException(
                $"The number of cells ({cells.Length}) you are trying to add doesn't match the number of columns ({header.Length}).\nThe table looks like this\n{this}");
        }

        Rows.Add(new DataTableRow(this, cells));
    }

    /// <summary>Whether there is a column of this name.</summary>
    public bool ContainsColumn(string column) => Array.IndexOf(header, column) >= 0;

    /// <summary>The table as it stands in the feature file.</summary>
    public override string ToString()
    {
        var widths = header.Select((name, i) => Math.Max(name.Length, Rows.Select(row => row[i].Length).DefaultIfEmpty().Max())).ToArray();
        var text = new StringBuilder();
        foreach (var line in Rows.Select(row => row.Cells).Prepend(header))
        {
            text.Append('|').AppendJoin("|", line.Select((cell, i) => $" {cell.PadRight(widths[i])} ")).AppendLine("|");
        }

        return text.ToString();
    }

    internal int IndexOf(string column)
    {
        var index = Array.IndexOf(header, column);
        return index >= 0
            ? index
            : throw new IndexOutOfRangeException(
                $"Could not find a column named '{column}' in the table.\nThe table looks like this:\n{this}");
    }
}

/// <summary>A table under a step.</summary>
public class DataTable : Table
{
    /// <summary>An empty table with these columns.</summary>
    public DataTable(params string[] header) : base(header)
    {
    }
}
