namespace PropIQ.Sandbox;

/// <summary>The names of the variables by which a sandbox's director is found.</summary>
public static class EnvironmentNames
{
    /// <summary>The director's address.</summary>
    public const string Director = "PROPIQ_DIRECTOR";

    /// <summary>What opens it.</summary>
    public const string DirectorSecret = "PROPIQ_DIRECTOR_SECRET";
}
