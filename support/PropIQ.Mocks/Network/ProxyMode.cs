namespace PropIQ.Mocks.Network;

/// <summary>What a <see cref="FaultProxy"/> does with connections.</summary>
public enum ProxyMode
{
    /// <summary>Passes everything on.</summary>
    Forward,

    /// <summary>Nobody listens: new connections are refused, established ones reset.</summary>
    Refuse,

    /// <summary>New connections are accepted and reset at once; established ones go on.</summary>
    DropNew,

    /// <summary>New connections are accepted and reset at once; established ones are reset.</summary>
    DropAll,

    /// <summary>Connections are accepted and held, and established ones freeze: silence, until another mode.</summary>
    Stall,
}

/// <summary>What travels through a <see cref="FaultProxy"/>.</summary>
public enum FaultProxyKind
{
    /// <summary>Any protocol: bytes are passed on unseen.</summary>
    PlainBytes,

    /// <summary>HTTP/1.1 answers of the mocks, whose marked connection fates are carried out.</summary>
    MockAnswers,
}
