namespace PropIQ.Simulator.ProfileFormat;

/// <summary>A profile that cannot be run.</summary>
internal sealed class ProfileException(IReadOnlyList<YamlProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Errors and warnings.</summary>
    public IReadOnlyList<YamlProblem> Problems => problems;
}
