using System.Net;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Running;

/// <summary>
/// Loopback addresses of one's own, so that limits per client address never join two users. Only where the target is on this
/// machine; elsewhere everybody comes from where this machine is.
/// </summary>
internal sealed class SourceAddresses(SimulationTarget target)
{
    private int number = Random.Shared.Next(1, 200) * 250;

    public IPAddress? Next()
    {
        if (!target.IsHere)
        {
            return null;
        }

        var next = Interlocked.Increment(ref number);
        return new IPAddress([127, (byte)(1 + (next / 62_500 % 250)), (byte)(next / 250 % 250), (byte)((next % 250) + 2)]);
    }
}
