namespace PropIQ.Sabotage.Twisting;

/// <summary>A saboteur does not fit the reference API any more: what it wants to replace is not there, or has another form.</summary>
public sealed class SabotageException(string message) : Exception(message);
