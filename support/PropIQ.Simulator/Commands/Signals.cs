using System.Runtime.InteropServices;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Commands;

/// <summary>Ctrl-C and its like end the run, not the process: what happened so far is to be written.</summary>
internal sealed class Signals : IDisposable
{
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private readonly CancellationTokenRegistration cancelled;

    public Signals(RunStop stop, CancellationToken cancellation)
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        cancelled = cancellation.Register(() => stop.Now(StopCause.Stopped, "stopped"));

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Now(StopCause.Stopped, "stopped by a signal");
        }
    }

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
        cancelled.Dispose();
    }
}
