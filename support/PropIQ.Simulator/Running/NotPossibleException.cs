namespace PropIQ.Simulator.Running;

/// <summary>The target does not offer what an action needs: the action is skipped, not failed.</summary>
internal sealed class NotPossibleException(string reason) : Exception(reason);
