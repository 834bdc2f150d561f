namespace PropIQ.Drivers.Stage;

/// <summary>The PropIQ under test does not offer what a scenario needs: the scenario is skipped and says so.</summary>
public sealed class MissingCapabilityException(string capability)
    : Exception($"This PropIQ cannot be checked here: it lacks the capability \"{capability}\".")
{
    /// <summary>The capability's name, as in <c>@needs:…</c>.</summary>
    public string Capability { get; } = capability;
}
