#pragma warning disable IDE0130 // The real package has these in several namespaces too.
namespace Reqnroll
{
    /// <summary>How a scenario or a step ended; the later in the list, the worse.</summary>
    public enum ScenarioExecutionStatus
    {
        /// <summary>Nothing has gone wrong.</summary>
        OK,

        /// <summary>A step's definition threw <see cref="PendingStepException"/>.</summary>
        StepDefinitionPending,

        /// <summary>A step has no definition.</summary>
        UndefinedStep,

        /// <summary>A step's definition cannot be called, or there are several.</summary>
        BindingError,

        /// <summary>A step or hook threw.</summary>
        TestError,

        /// <summary>The scenario or step was left out.</summary>
        Skipped,
    }

    /// <summary>The language of generated code.</summary>
    public enum ProgrammingLanguage
    {
        /// <summary>C#.</summary>
        CSharp = 1,
    }
}

namespace Reqnroll.Bindings
{
    /// <summary>The kinds of step.</summary>
    public enum StepDefinitionType
    {
        /// <summary>Given, and what follows it by And or But.</summary>
        Given = 1,

        /// <summary>When, and what follows it by And or But.</summary>
        When = 2,

        /// <summary>Then, and what follows it by And or But.</summary>
        Then = 3,
    }

    internal enum HookType
    {
        BeforeTestRun,
        AfterTestRun,
        BeforeFeature,
        AfterFeature,
        BeforeScenario,
        AfterScenario,
        AfterStep,
    }
}
