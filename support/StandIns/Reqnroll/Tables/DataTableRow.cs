using System.Collections;

namespace Reqnroll;

/// <summary>The rows of a table.</summary>
public class DataTableRows : IEnumerable<DataTableRow>
{
    private readonly List<DataTableRow> rows = [];

    /// <summary>How many there are.</summary>
    public int Count => rows.Count;

    /// <summary>The row at a place, from 0.</summary>
    public DataTableRow this[int index] => rows[index];

    /// <summary>The rows in their order.</summary>
    public IEnumerator<DataTableRow> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DataTableRow row) => rows.Add(row);
}

/// <summary>A row of a table: text by column.</summary>
public class DataTableRow : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Table table;

    internal DataTableRow(Table table, string[] cells)
    {
        this.table = table;
        Cells = cells;
    }

    internal string[] Cells { get; }

    /// <summary>How many cells there are.</summary>
    public int Count => Cells.Length;

    /// <summary>The columns' names.</summary>
    public ICollection<string> Keys => table.Header;

    /// <summary>The cells.</summary>
    public ICollection<string> Values => Cells;

    /// <summary>The cell of a column; throws when there is no such column.</summary>
    public string this[string header] => Cells[table.IndexOf(header)];

    /// <summary>The cell at a place, from 0.</summary>
    public string this[int index] => Cells[index];

    /// <summary>Whether there is a column of this name.</summary>
    public bool ContainsKey(string key) => table.ContainsColumn(key);

    /// <summary>The cell of a column, if there is one.</summary>
    public bool TryGetValue(string key, out string value)
    {
        var there = table.ContainsColumn(key);
        value = there ? this[key] : null!;
        return there;
    }

    /// <summary>Columns and cells in their order.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
        => table.Header.Zip(Cells, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
