namespace DotNet.Testcontainers.Builders;

/// <summary>There is nothing to start a container with. The message says what was looked for and what to install.</summary>
public sealed class DockerUnavailableException(string message) : Exception(message);
