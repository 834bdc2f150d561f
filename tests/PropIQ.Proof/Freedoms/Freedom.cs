using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>
/// A PropIQ that keeps the contract in another way than the reference API does. The suite must stay green on it: whatever turns red
/// checks something that nobody promised.
/// </summary>
/// <param name="Name">Names it on the command line.</param>
/// <param name="Takes">What it takes the liberty to do.</param>
/// <param name="Tweaks">How the reference API is made to do so.</param>
internal sealed record Freedom(string Name, string Takes, HostTweaks Tweaks);
