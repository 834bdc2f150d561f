namespace PropIQ.ReferenceApi.Http;

/// <summary>Gathers what is wrong with a body, by member, so that all of it is said at once.</summary>
public sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    /// <summary>Nothing is wrong so far.</summary>
    public bool IsEmpty => errors.Count == 0;

    /// <summary>Notes a sentence about a member; null is nothing to note.</summary>
    public FieldErrors Add(string field, string? sentence)
    {
        if (sentence is null)
        {
            return this;
        }

        if (!errors.TryGetValue(field, out var sentences))
        {
            errors[field] = sentences = [];
        }

        sentences.Add(sentence);
        return this;
    }

    /// <summary>Throws a 422 with the sentences under <c>errors</c>, unless there are none.</summary>
    public void ThrowIfAny(string code)
    {
        if (!IsEmpty)
        {
            throw new Refusal(422, code, string.Join(" ", errors.SelectMany(error => error.Value))).With("errors", errors);
        }
    }
}
