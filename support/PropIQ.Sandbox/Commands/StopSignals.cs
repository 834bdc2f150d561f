using System.Runtime.InteropServices;

namespace PropIQ.Sandbox.Commands;

/// <summary>Ctrl-C and its like stop the sandbox, not the process: what came up has to go down.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals(CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Take))];
    }

    /// <summary>Cancelled when it is time to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Stops as a signal would.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Returns when it is time to stop.</summary>
    public Task WaitAsync()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _stop.Token.Register(asked.SetResult);
        return asked.Task;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        Stop();
    }
}
