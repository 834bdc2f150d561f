using Microsoft.Testing.Platform.Extensions.OutputDevice;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.OutputDevice;
using Microsoft.Testing.Platform.TestHost;
using PropIQ.Steps.Hooks.Timing;

namespace PropIQ.Acceptance.Tests.Timing;

/// <summary>Says at the very end of a run where its time went, if <c>PROPIQ_TIMINGS</c> is set.</summary>
internal sealed class TimingsReport(IOutputDevice output) : ITestSessionLifetimeHandler, IOutputDeviceDataProducer
{
    /// <inheritdoc />
    public string Uid => "PropIQ.Timings";

    /// <inheritdoc />
    public string Version => "1.0.0";

    /// <inheritdoc />
    public string DisplayName => "Timings";

    /// <inheritdoc />
    public string Description => "Says where the run's time went.";

    /// <inheritdoc />
    public Task<bool> IsEnabledAsync() => Task.FromResult(RunTimings.Wanted);

    /// <inheritdoc />
    public Task OnTestSessionStartingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        RunTimings.Reached("The runner is up");
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task OnTestSessionFinishingAsync(SessionUid sessionUid, CancellationToken cancellationToken)
    {
        RunTimings.Reached("The living documentation is written");
        return output.DisplayAsync(this, new TextOutputDeviceData(TimingsText.Render()));
    }
}
