namespace PropIQ.Sandbox.EnvironmentFiles;

/// <summary>How variables are written down.</summary>
internal enum EnvironmentFormat
{
    /// <summary><c>NAME=value</c>, for <c>docker --env-file</c> and dotenv libraries.</summary>
    Dotenv,

    /// <summary><c>export NAME='value'</c>, for a POSIX shell's <c>.</c></summary>
    Shell,

    /// <summary>One object.</summary>
    Json,

    /// <summary><c>NAME=value</c>, appended to what GitHub Actions reads (<c>$GITHUB_ENV</c>).</summary>
    Github,
}
