namespace PropIQ.ReferenceApi.Hosting;

/// <summary>The host cannot start. The message names what is wrong and how to mend it, for whoever runs the process.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);
