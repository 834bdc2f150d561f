using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PropIQ.Sandbox.Tweaking;
using StreamJsonRpc;

namespace PropIQ.Sabotage.Running;

/// <summary>
/// The suite's program, kept for one saboteur after another and asked for parts of itself as an IDE asks
/// (Microsoft.Testing.Platform's server mode): most of a short run is starting and compiling, which is done once here. Every run
/// still has a sandbox of its own.
/// </summary>
internal sealed class KeptSuite : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromMinutes(2);
    private readonly List<Saboteur> met = [];
    private readonly TimeSpan longest;
    private readonly Process process;
    private readonly JsonRpc asked;
    private readonly Nodes nodes;
    private readonly Task copied;

    private KeptSuite(string folder, TimeSpan longest, Process process, JsonRpc asked, Nodes nodes, Task copied) =>
        (Folder, this.longest, this.process, this.asked, this.nodes, this.copied) = (folder, longest, process, asked, nodes, copied);

    /// <summary>Where its own files are.</summary>
    public string Folder { get; }

    /// <summary>The saboteurs that it has met, in order.</summary>
    public IReadOnlyList<Saboteur> Met => met;

    /// <summary>Starts one; its files go into a folder of its own.</summary>
    /// <exception cref="SuiteException">It does not come up.</exception>
    public static async Task<KeptSuite> StartAsync(Suite suite, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ToStart);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var process = new Process { StartInfo = suite.Call(["--server", "jsonrpc", "--client-host", "127.0.0.1", "--client-port", $"{port}"], Messages(folder)) };
        process.StartInfo.Environment[RunTweaks.Variable] = "@" + Tweaks(folder);

        // Hexadecimal milliseconds: in a program that stays, compiling anew what is often called pays after all.
        process.StartInfo.Environment["DOTNET_TC_CallCountingDelayMs"] = "64";
        process.Start();
        var copied = Suite.CopyAsync(process, Path.Combine(folder, "output.txt"), CancellationToken.None);
        try
        {
            var client = await listener.AcceptTcpClientAsync(patience.Token);
            var nodes = new Nodes();
            var asked = new JsonRpc(new HeaderDelimitedMessageHandler(client.GetStream(), new SystemTextJsonFormatter()));
            asked.AddLocalRpcTarget(nodes, null);
            asked.StartListening();
            await asked.InvokeWithParameterObjectAsync<JsonElement>(
                "initialize",
                new { processId = Environment.ProcessId, clientInfo = new { name = "PropIQ.Sabotage", version = "1" }, capabilities = new { testing = new { debuggerProvider = false } } },
                patience.Token);
            await asked.InvokeWithParameterObjectAsync<JsonElement>("testing/discoverTests", new { runId = Guid.NewGuid() }, patience.Token);
            await nodes.All.WaitAsync(patience.Token);
            return new KeptSuite(folder, suite.Longest, process, asked, nodes, copied);
        }
        catch (Exception failure)
        {
            // Also when we are stopped meanwhile: nobody else knows of it yet.
            process.Kill(entireProcessTree: true);
            process.Dispose();
            if (cancellationToken.IsCancellationRequested || failure is not (OperationCanceledException or RemoteRpcException or IOException))
            {
                throw;
            }

            throw new SuiteException($"The suite's program did not come up to be asked ({failure.Message}); see {folder}.");
        }
    }

    /// <summary>Plays a part against a saboteur; the run's messages go into a folder.</summary>
    /// <returns>How each scenario ended, by its id.</returns>
    /// <exception cref="SuiteException">The run did not end, or left nothing. This one cannot be asked again.</exception>
    public async Task<IReadOnlyDictionary<string, ScenarioEnd>> PlayAsync(Saboteur saboteur, Part part, string into, CancellationToken cancellationToken)
    {
        met.Add(saboteur);
        var tests = nodes.Of(part);
        var messages = Messages(Folder);
        Directory.CreateDirectory(into);
        await File.WriteAllTextAsync(Tweaks(Folder), Suite.TweaksCalled(saboteur.Id), cancellationToken);
        File.Delete(messages);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(longest);
        try
        {
            await asked.InvokeWithParameterObjectAsync<JsonElement>("testing/runTests", new { runId = Guid.NewGuid(), tests }, patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or RemoteRpcException && !cancellationToken.IsCancellationRequested)
        {
            throw new SuiteException($"The run did not end ({failure.Message}); see {Folder}.");
        }

        if (!File.Exists(messages))
        {
            throw new SuiteException($"The run left no messages; see {Folder}.");
        }

        File.Move(messages, Messages(into), overwrite: true);
        var ends = ScenarioEnd.ReadAll(Messages(into));
        return ends.Count < tests.Count ? throw new SuiteException($"Only {ends.Count} of {tests.Count} scenarios were played; see {into}.") : ends;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        asked.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        await copied;
        process.Dispose();
    }

    private static string Messages(string folder) => Path.Combine(folder, "messages.ndjson");

    private static string Tweaks(string folder) => Path.Combine(folder, "tweaks.txt");
}
