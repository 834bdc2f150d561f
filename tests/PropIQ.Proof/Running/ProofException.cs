namespace PropIQ.Proof.Running;

/// <summary>Something that keeps a measurement from being made; the message says what to do.</summary>
internal sealed class ProofException(string message) : Exception(message);
