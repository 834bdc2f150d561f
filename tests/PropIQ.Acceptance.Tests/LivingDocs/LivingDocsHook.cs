using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Services;
using PropIQ.Acceptance.Tests.Timing;
using PropIQ.Steps.Hooks.Timing;

namespace PropIQ.Acceptance.Tests.LivingDocs;

/// <summary>Named in the project file: the generated entry point calls it before the run.</summary>
public static class LivingDocsHook
{
    /// <summary>Has what takes long begin, the page written at the end of each run and, if asked for, the run's timings shown.</summary>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        RunTimings.WatchTheSandbox();
        EarlyStart.Begin(arguments);

        // One object for both, since what makes files known must be what says so.
        builder.TestHost.AddTestSessionLifetimeHandle(services => new LivingDocsPage(services.GetMessageBus(), services.GetOutputDevice()));

        // After the page, whose writing it times.
        builder.TestHost.AddTestSessionLifetimeHandle(services => new TimingsReport(services.GetOutputDevice()));
    }
}
