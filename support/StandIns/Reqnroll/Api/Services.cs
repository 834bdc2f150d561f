#pragma warning disable IDE0130 // The real packages have these in several namespaces too.
using System.Reflection;

namespace Reqnroll
{
    /// <summary>Writes to the test's output; injectable into steps and hooks of features and scenarios.</summary>
    public interface IReqnrollOutputHelper
    {
        /// <summary>A line.</summary>
        void WriteLine(string message);

        /// <summary>A file that belongs to the test's evidence.</summary>
        void AddAttachment(string filePath);
    }

    /// <summary>What generated code tells the library; not for steps.</summary>
    public interface ITestRunner
    {
        /// <summary>The feature under way, or null.</summary>
        FeatureContext? FeatureContext { get; }

        /// <summary>The scenario under way, or null.</summary>
        ScenarioContext? ScenarioContext { get; }

        /// <summary>Begins a feature.</summary>
        Task OnFeatureStartAsync(FeatureInfo featureInfo);

        /// <summary>Ends the feature.</summary>
        Task OnFeatureEndAsync();

        /// <summary>Makes the scenario's context.</summary>
        void OnScenarioInitialize(ScenarioInfo scenarioInfo, RuleInfo? ruleInfo);

        /// <summary>Begins the scenario: its hooks run.</summary>
        Task OnScenarioStartAsync();

        /// <summary>Throws what went wrong in the scenario.</summary>
        Task CollectScenarioErrorsAsync();

        /// <summary>Ends the scenario: its hooks run, its objects are disposed.</summary>
        Task OnScenarioEndAsync();

        /// <summary>Runs a Given step.</summary>
        Task GivenAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null);

        /// <summary>Runs a When step.</summary>
        Task WhenAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null);

        /// <summary>Runs a Then step.</summary>
        Task ThenAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null);

        /// <summary>Runs an And step.</summary>
        Task AndAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null);

        /// <summary>Runs a But step.</summary>
        Task ButAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null);
    }
}

namespace Reqnroll.Infrastructure
{
    /// <summary>Builds the containers of a test run; only its place in signatures is kept.</summary>
    public interface IContainerBuilder;
}

namespace Reqnroll.UnitTestProvider
{
    /// <summary>What the test framework can do to a running test.</summary>
    public interface IUnitTestRuntimeProvider
    {
        /// <summary>Ends the test as pending.</summary>
        void TestPending(string message);

        /// <summary>Ends the test as inconclusive.</summary>
        void TestInconclusive(string message);

        /// <summary>Ends the test as skipped, with the message as its reason.</summary>
        void TestIgnore(string message);
    }
}

namespace Reqnroll.Formatters.RuntimeSupport
{
    /// <summary>What Cucumber Messages need of a feature file.</summary>
    public interface IFeatureLevelCucumberMessages;

    /// <summary>The feature file as a resource of the test assembly, read only when messages are asked for.</summary>
    public class FeatureLevelCucumberMessages : IFeatureLevelCucumberMessages
    {
        /// <summary>The resource's name and how many messages come from it.</summary>
        public FeatureLevelCucumberMessages(string featureMessagesResourceName, int envelopeCount)
        {
            Assembly = Assembly.GetCallingAssembly();
            ResourceName = featureMessagesResourceName;
            EnvelopeCount = envelopeCount;
        }

        internal Assembly Assembly { get; }

        internal string ResourceName { get; }

        internal int EnvelopeCount { get; }
    }
}
