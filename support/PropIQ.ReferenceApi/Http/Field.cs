namespace PropIQ.ReferenceApi.Http;

/// <summary>What was found where a member of a JSON body was looked for.</summary>
public enum FieldState
{
    /// <summary>Not there, or null.</summary>
    Missing,

    /// <summary>There, but of another kind, or no value that its kind can hold.</summary>
    Wrong,

    /// <summary>There, and readable.</summary>
    Given,
}

/// <summary>A member of a JSON body as read: <see cref="Value"/> is the default unless <see cref="IsGiven"/>.</summary>
public readonly record struct Field<T>(FieldState State, T? Value)
{
    /// <summary>A readable value is there.</summary>
    public bool IsGiven => State == FieldState.Given;

    /// <summary>Nothing is there.</summary>
    public bool IsMissing => State == FieldState.Missing;

    /// <summary>Something is there that cannot be read.</summary>
    public bool IsWrong => State == FieldState.Wrong;
}
