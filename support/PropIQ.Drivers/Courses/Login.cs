namespace PropIQ.Drivers.Courses;

/// <summary>A session on one device, as the contract has it age (2.6 and 2.7).</summary>
internal sealed class Login(DateTimeOffset now)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(60);
    private DateTimeOffset tokenMade = now;
    private DateTimeOffset lastUse = now;

    /// <summary>True once it was ended by the customer.</summary>
    public bool IsOver { get; set; }

    /// <summary>It was used.</summary>
    public void Use(DateTimeOffset moment) => lastUse = moment;

    /// <summary>It has new tokens.</summary>
    public void Renew(DateTimeOffset moment) => tokenMade = lastUse = moment;

    /// <summary>Nobody has used it for too long.</summary>
    public bool IsIdle(DateTimeOffset moment) => moment - lastUse >= Idle;

    /// <summary>Its access token is too old; idleness comes first.</summary>
    public bool IsExpired(DateTimeOffset moment) => moment - tokenMade >= TokenLife;
}
