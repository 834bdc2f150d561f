using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.OutputDevice;
using Microsoft.Testing.Platform.TestHost;
using PropIQ.Sandbox.Tweaking;
using PropIQ.Steps.Hooks;

namespace PropIQ.Acceptance.Tests.LivingDocs;

/// <summary>
/// Has the living documentation written when a run is over: after the last fixture was disposed, so after the messages'
/// formatter has closed its file. Whatever goes wrong here is said, and changes nothing about the run.
/// </summary>
internal sealed class LivingDocsPage(IMessageBus bus, IOutputDevice output) : ITestSessionLifetimeHandler, IDataProducer, IOutputDeviceDataProducer
{
    private static readonly string Results = Path.Combine(AppContext.BaseDirectory, "TestResults");
    private DateTime began;

    /// <inheritdoc />
    public string Uid => "PropIQ.LivingDocs";

    /// <inheritdoc />
    public string Version => "1.0.0";

    /// <inheritdoc />
    public string DisplayName => "Living documentation";

    /// <inheritdoc />
    public string Description => "Writes a page that says which promises are kept.";

    /// <inheritdoc />
    public Type[] DataTypesProduced { get; } = [typeof(SessionFileArtifact)];

    /// <inheritdoc />
    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    /// <inheritdoc />
    public Task OnTestSessionStartingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        began = DateTime.UtcNow;
        return RunTweaks.Warning is { } warning ? output.DisplayAsync(this, new WarningMessageOutputDeviceData(warning)) : Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task OnTestSessionFinishingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        if (RunTweaks.Warning is { } warning)
        {
            await output.DisplayAsync(this, new WarningMessageOutputDeviceData($"{warning} So there is no living documentation of it."));
            return;
        }

        var messages = Path.Combine(Results, "messages.ndjson");
        if (!File.Exists(messages) || File.GetLastWriteTimeUtc(messages) < began.AddSeconds(-1))
        {
            // Tests were only listed.
            return;
        }

        foreach (var sentence in RunSummary.Of(RunLedger.Ends))
        {
            await output.DisplayAsync(this, new TextOutputDeviceData(sentence));
        }

        var page = Path.Combine(Results, "living-docs.html");
        if (await LivingDocsProgram.WriteAsync(messages, page, cancellationToken) is { } trouble)
        {
            await output.DisplayAsync(this, new WarningMessageOutputDeviceData($"The living documentation was not written: {trouble}"));
            return;
        }

        await bus.PublishAsync(this, new SessionFileArtifact(sessionUid, new FileInfo(page), DisplayName, Description));
        await bus.PublishAsync(this, new SessionFileArtifact(
            sessionUid, new FileInfo(LivingDocsProgram.Conformance(page)), "Conformance", "Which clauses of the contract were kept, and what could not be checked."));
    }
}
