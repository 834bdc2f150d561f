namespace PropIQ.Targets;

/// <summary>A target that cannot be used. The message says what is wrong and what to do, and never holds a secret.</summary>
public sealed class TargetException(string message, Exception? cause = null) : Exception(message, cause);
