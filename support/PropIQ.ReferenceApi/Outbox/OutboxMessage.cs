namespace PropIQ.ReferenceApi.Outbox;

/// <summary>A message taken from the outbox to be sent. <c>Attempts</c> counts this one.</summary>
public sealed record OutboxMessage(long Id, Guid UserId, string Channel, string Payload, int Attempts);
