using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Users;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Running;

/// <summary>What a load came to.</summary>
internal sealed record LoadResult(LoadOrder Order, DateTimeOffset StartedAt, LoadMeter Meter, HealthReading Client, Seeding Seeding, StopCause Stop, string? StopReason);
