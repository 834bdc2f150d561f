using System.Net.Sockets;

namespace PropIQ.Mocks.Network;

/// <summary>One client's connection and its counterpart to the target.</summary>
internal sealed class ProxyConnection(Socket client, FaultProxy proxy) : IDisposable
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _ended = new();
    private readonly Socket _target = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TaskCompletionSource _clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _disposed;

    /// <summary>Carries the connection to its end; never throws.</summary>
    public async Task RunAsync()
    {
        var ended = _ended.Token;
        var requests = new Pump(client);
        var answers = new Pump(_target);

        // Reading begins before there is a target, so that a client that leaves during a stall is noticed.
        var reading = ResettingOnFailure(requests.ReadAsync(OnClientLeft, ended));
        try
        {
            // Small answers, held back until the last one is acknowledged, would add 40 ms to every question.
            client.NoDelay = true;
            await proxy.Gate.PassAsync(ended);
            await ConnectAsync(ended);
            await Task.WhenAll(
                ResettingOnFailure(answers.ReadAsync(onEnd: null, ended)),
                ResettingOnFailure(requests.WriteAsync(_target, BeforeRequestAsync, watch: null, ended)),
                ResettingOnFailure(AnswerAsync(answers, ended)),
                reading);
        }
        catch (Exception failure) when (IsAnEnd(failure))
        {
            Reset();
        }

        try
        {
            await reading;
        }
        catch (Exception failure) when (IsAnEnd(failure))
        {
            // Told above already, unless the target could not be reached.
        }
    }

    /// <summary>Ends it without a goodbye: the peers see a reset.</summary>
    public void Reset()
    {
        Abort(client);
        Abort(_target);
        try
        {
            _ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had ended by itself.
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            client.Dispose();
            _target.Dispose();
            _ended.Dispose();
        }
    }

    private static void Abort(Socket socket)
    {
        try
        {
            // Lingering for no time makes closing a reset.
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // Never connected, or closed already.
            socket.Dispose();
        }
    }

    private static bool IsAnEnd(Exception failure) =>
        failure is SocketException or OperationCanceledException or ObjectDisposedException or IOException;

    private void OnClientLeft()
    {
        _clientLeft.TrySetResult();
        if (proxy.Gate.IsShut)
        {
            Reset();
        }
    }

    private async Task ConnectAsync(CancellationToken ended)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ended);
        deadline.CancelAfter(ConnectWithin);
        await _target.ConnectAsync(proxy.Target, deadline.Token);
    }

    private async Task BeforeRequestAsync(CancellationToken ended)
    {
        await proxy.Gate.PassAsync(ended);
        if (proxy.Latency is { Ticks: > 0 } latency)
        {
            await Task.Delay(latency, ended);
        }
    }

    private async Task AnswerAsync(Pump answers, CancellationToken ended)
    {
        var watch = proxy.Kind == FaultProxyKind.MockAnswers ? new AnswerWatch() : null;
        switch (await answers.WriteAsync(client, proxy.Gate.PassAsync, watch, ended))
        {
            case PumpEnd.Drop:
                Reset();
                break;
            case PumpEnd.CutOff:
                await LetTheClientLeaveAsync(ended);
                Reset();
                break;
        }
    }

    /// <summary>The half answer is delivered with an orderly end, as a reset could overtake it; then the client has a moment to read it.</summary>
    private async Task LetTheClientLeaveAsync(CancellationToken ended)
    {
        client.Shutdown(SocketShutdown.Send);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ended);
        deadline.CancelAfter(LeaveWithin);
        await _clientLeft.Task.WaitAsync(deadline.Token);
    }

    private async Task ResettingOnFailure(Task part)
    {
        try
        {
            await part;
        }
        catch
        {
            Reset();
            throw;
        }
    }
}
