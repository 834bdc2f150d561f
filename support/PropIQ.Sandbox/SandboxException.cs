namespace PropIQ.Sandbox;

/// <summary>A part of the sandbox that did not come up: the message names the part, what happened, and the mend.</summary>
public sealed class SandboxException(string message, Exception? cause = null) : Exception(message, cause);
