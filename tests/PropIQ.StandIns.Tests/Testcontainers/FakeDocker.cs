using Testcontainers.PostgreSql.Docker;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>A script in the docker command's place, which writes down what it is told and does what the test says.</summary>
internal sealed class FakeDocker : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What each of docker's commands does, as lines of a shell's case.</summary>
    public FakeDocker(string cases)
    {
        _folder.Write("told", "");
        Command = new DockerCommand(_folder.Write(
            "docker",
            $"""
            #!/bin/sh
            here={_folder.Path}
            echo "$* [$SECRET]" >>$here/told
            case $1 in
            {cases}
            esac
            """,
            executable: true));
    }

    public DockerCommand Command { get; }

    /// <summary>What it was told, a line each.</summary>
    public string[] Told => File.ReadAllLines(Path.Combine(_folder.Path, "told"));

    public void Dispose() => _folder.Dispose();
}
