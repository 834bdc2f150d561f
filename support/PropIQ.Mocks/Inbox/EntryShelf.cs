namespace PropIQ.Mocks.Inbox;

/// <summary>
/// The newest entries, oldest first, and at hand by the e-mail addresses in them: nearly every mark is one, and to read all
/// entries each time somebody looks would cost more than everything else that an inbox does. Whoever uses it holds its owner's lock.
/// </summary>
internal sealed class EntryShelf<T>(int most, Func<T, string> textOf)
{
    private readonly Queue<(T Entry, IReadOnlyCollection<string> Names)> _all = new();
    private readonly Dictionary<string, Queue<T>> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes an entry in, and lets go of the oldest one when there are too many.</summary>
    public void Add(T entry)
    {
        var names = NamesIn(textOf(entry));
        _all.Enqueue((entry, names));
        foreach (var name in names)
        {
            if (!_byName.TryGetValue(name, out var named))
            {
                _byName[name] = named = new Queue<T>();
            }

            named.Enqueue(entry);
        }

        if (_all.Count > most)
        {
            DropOldest();
        }
    }

    /// <summary>Every entry that may bear a mark; <see cref="Mark.IsIn"/> says which of them does.</summary>
    public T[] Candidates(string mark)
    {
        var names = NamesIn(JsonText.Compose(mark));
        return names.Count == 0 ? [.. _all.Select(each => each.Entry)] : _byName.TryGetValue(names.First(), out var named) ? [.. named] : [];
    }

    private void DropOldest()
    {
        foreach (var name in _all.Dequeue().Names)
        {
            var named = _byName[name];
            named.Dequeue();
            if (named.Count == 0)
            {
                _byName.Remove(name);
            }
        }
    }

    // What stands before each @, as far as it may belong to an address. A mark that is in a text as a whole has the same before its own.
    private static HashSet<string> NamesIn(string text)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var from = at;
            while (from > 0 && Mark.IsLocalPart(text[from - 1]))
            {
                from--;
            }

            names.Add(text[from..at]);
        }

        return names;
    }
}
