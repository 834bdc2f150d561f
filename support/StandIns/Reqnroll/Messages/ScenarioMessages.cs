using Cucumber.Messages;
using Io.Cucumber.Messages.Types;
using Reqnroll.Engine;
using Hook = Reqnroll.Bindings.Hook;

namespace Reqnroll.Messages;

/// <summary>Writes what happens in one scenario. What it was going to run and did not, is written as skipped.</summary>
internal sealed class ScenarioMessages : ScenarioListener
{
    private readonly NdjsonFile file;
    private readonly Ids ids;
    private readonly ScenarioPlan plan;
    private readonly string id;
    private int next;
    private PlannedStep? running;

    public ScenarioMessages(NdjsonFile file, Ids ids, string run, ScenarioPlan plan)
    {
        this.file = file;
        this.ids = ids;
        this.plan = plan;
        id = ids.GetNewId();
        var testCase = ids.GetNewId();
        file.Write(
        [
            Envelope.Create(new TestCase(testCase, plan.Pickle.Id, [.. plan.Steps.Select(s => s.Step)], run)),
            Envelope.Create(new TestCaseStarted(0, id, testCase, null, MessageFormatter.Now())),
        ]);
    }

    public override void HookStarted(Hook hook) => Begin(step => step.Hook == hook);

    public override void HookFinished(Hook hook, TimeSpan duration, System.Exception? error)
        => End(MessageFormatter.HookStatus(error), error, duration);

    public override void StepStarted() => Begin(step => step.Hook is null);

    public override void StepFinished(StepOutcome outcome)
    {
        if (outcome.Status == ScenarioExecutionStatus.UndefinedStep && running is { Snippet: { } snippet } step)
        {
            file.Write(Envelope.Create(new Suggestion(ids.GetNewId(), step.Step.PickleStepId, [new Snippet("csharp", snippet)])));
        }

        End(ToStatus(outcome), outcome.Error, outcome.Duration);
    }

    public override void Output(string text)
        => file.Write(Envelope.Create(new Attachment(
            text, AttachmentContentEncoding.IDENTITY, null, "text/x.cucumber.log+plain", null, id, running?.Step.Id, null, null, null, MessageFormatter.Now())));

    public override void Attachment(string path)
    {
        if (File.Exists(path))
        {
            file.Write(Envelope.Create(new Attachment(
                Convert.ToBase64String(File.ReadAllBytes(path)),
                AttachmentContentEncoding.BASE64,
                Path.GetFileName(path),
                MediaTypes.Of(path),
                null,
                id,
                running?.Step.Id,
                null,
                null,
                null,
                MessageFormatter.Now())));
        }
    }

    public override void Finished()
    {
        SkipUntil(plan.Steps.Count);
        file.Write(Envelope.Create(new TestCaseFinished(id, MessageFormatter.Now(), false)));
    }

    private void Begin(Predicate<PlannedStep> isIt)
    {
        var at = plan.Steps.FindIndex(next, isIt);
        if (at < 0)
        {
            running = null;
            return;
        }

        SkipUntil(at);
        next = at + 1;
        running = plan.Steps[at];
        file.Write(Envelope.Create(new TestStepStarted(id, running.Step.Id, MessageFormatter.Now())));
    }

    private void End(TestStepResultStatus status, System.Exception? error, TimeSpan duration)
    {
        if (running is not null)
        {
            file.Write(Envelope.Create(new TestStepFinished(
                id, running.Step.Id, BindingMessages.ToResult(status, error, duration), MessageFormatter.Now())));
            running = null;
        }
    }

    private void SkipUntil(int end)
    {
        for (; next < end; next++)
        {
            var step = plan.Steps[next].Step.Id;
            var skipped = BindingMessages.ToResult(TestStepResultStatus.SKIPPED, null, TimeSpan.Zero);
            file.Write(
            [
                Envelope.Create(new TestStepStarted(id, step, MessageFormatter.Now())),
                Envelope.Create(new TestStepFinished(id, step, skipped, MessageFormatter.Now())),
            ]);
        }
    }

    private static TestStepResultStatus ToStatus(StepOutcome outcome) => outcome.Status switch
    {
        ScenarioExecutionStatus.OK => TestStepResultStatus.PASSED,
        ScenarioExecutionStatus.Skipped => TestStepResultStatus.SKIPPED,
        ScenarioExecutionStatus.UndefinedStep => TestStepResultStatus.UNDEFINED,
        ScenarioExecutionStatus.StepDefinitionPending => TestStepResultStatus.PENDING,
        ScenarioExecutionStatus.BindingError => TestStepResultStatus.AMBIGUOUS,
        _ => TestStepResultStatus.FAILED,
    };
}
