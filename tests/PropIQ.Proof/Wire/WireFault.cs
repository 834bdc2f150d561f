namespace PropIQ.Proof.Wire;

/// <summary>One thing about one kind of answer that comes otherwise than PropIQ sent it, each time.</summary>
/// <param name="Answer">Which answers.</param>
/// <param name="Place">What about them: <c>status</c>, <c>lines</c>, or a header's name after <c>header:</c>, or a member's path after <c>member:</c>, such as <c>member:items.score</c>.</param>
/// <param name="Change">What becomes of it: another status, or one of <see cref="Alterations"/>' names.</param>
internal sealed record WireFault(AnswerKind Answer, string Place, string Change)
{
    /// <inheritdoc />
    public override string ToString() => $"{Answer}: {Place} {Change}";
}

/// <summary>A kind of answer.</summary>
/// <param name="Method">The request's method.</param>
/// <param name="Route">The endpoint's pattern; empty where none was found.</param>
/// <param name="Status">The answer's status.</param>
internal sealed record AnswerKind(string Method, string Route, int Status)
{
    /// <inheritdoc />
    public override string ToString() => $"{Method} {Route} {Status}";
}
