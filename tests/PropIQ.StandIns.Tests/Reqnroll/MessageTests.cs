using System.Text.Json;
using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;
using Reqnroll.Engine;
using Reqnroll.Messages;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>The Cucumber Messages of a run: complete, in order, and readable up to the last line when the run dies.</summary>
public sealed class MessageTests : IDisposable
{
    private const string Feature = """
        @tag
        Feature: F
          Scenario: Well
            Given 5 of "these"
            Then it is well

          Scenario: Broken
            Given it breaks
            And it is well

          Scenario: Unfinished
            Given nobody knows
            Given something unwritten

          Scenario: Twice
            Given two

          Scenario: Elsewhere
            Given that is not here
            Then it is well

          Scenario Outline: Rows
            Given <n> of "these"
            Examples:
              | n |
              | 1 |
              | 2 |
        """;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"messages-{Guid.NewGuid():N}", "run.ndjson");

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    /// <summary>Every kind of message, in an order in which what is referred to comes first.</summary>
    [Fact]
    public async Task A_run_is_written_in_order()
    {
        var messages = await RunAsync();

        messages.Select(m => m.Kind).Distinct().Should().Equal(
            "meta", "parameterType", "stepDefinition", "hook", "testRunStarted", "testRunHookStarted", "testRunHookFinished", "source", "gherkinDocument", "pickle",
            "testCase", "testCaseStarted", "testStepStarted", "testStepFinished", "attachment", "testCaseFinished", "suggestion", "testRunFinished");
        messages[^1].Body.GetProperty("success").GetBoolean().Should().BeFalse();
        messages.Single(m => m.Kind == "source").Body.GetProperty("mediaType").GetString().Should().Be("text/x.cucumber.gherkin+plain");
    }

    /// <summary>Each step's status, also of those that did not come to run.</summary>
    [Theory]
    [InlineData("Well", "PASSED hook, PASSED 5 of \"these\", PASSED it is well, PASSED hook")]
    [InlineData("Broken", "PASSED hook, FAILED it breaks, SKIPPED it is well, PASSED hook")]
    [InlineData("Unfinished", "PASSED hook, UNDEFINED nobody knows, SKIPPED something unwritten, PASSED hook")]
    [InlineData("Twice", "PASSED hook, AMBIGUOUS two, PASSED hook")]
    [InlineData("Elsewhere", "PASSED hook, SKIPPED that is not here, SKIPPED it is well, PASSED hook")]
    public async Task Each_step_has_its_status(string scenario, string expected)
    {
        var messages = await RunAsync();
        var pickle = messages.Where(m => m.Kind == "pickle").Single(p => p.Body.GetProperty("name").GetString() == scenario).Body;
        var texts = pickle.GetProperty("steps").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!, s => s.GetProperty("text").GetString());
        var steps = messages.Where(m => m.Kind == "testCase").Single(t => t.Text("pickleId") == pickle.GetProperty("id").GetString())
            .Body.GetProperty("testSteps").EnumerateArray();
        var results = messages.Where(m => m.Kind == "testStepFinished").ToDictionary(m => m.Text("testStepId"), m => m.Body.GetProperty("testStepResult"));

        string.Join(", ", steps.Select(s =>
        {
            var what = s.TryGetProperty("pickleStepId", out var id) ? texts[id.GetString()!] : "hook";
            return $"{results[s.GetProperty("id").GetString()!].GetProperty("status").GetString()} {what}";
        })).Should().Be(expected);
    }

    /// <summary>Arguments with their places, durations, the error, the snippet, the output.</summary>
    [Fact]
    public async Task Details_are_there()
    {
        var messages = await RunAsync();

        var arguments = messages.First(m => m.Kind == "testCase").Body.GetProperty("testSteps")[1].GetProperty("stepMatchArgumentsLists")[0]
            .GetProperty("stepMatchArguments").EnumerateArray()
            .Select(a => $"{a.GetProperty("parameterTypeName").GetString()} {a.GetProperty("group").GetProperty("value").GetString()} {a.GetProperty("group").GetProperty("start").GetInt32()}");
        arguments.Should().Equal("int 5 0", "string these 6");
        var failed = messages.Single(m => m.Kind == "testStepFinished" && m.Body.GetProperty("testStepResult").GetProperty("status").GetString() == "FAILED")
            .Body.GetProperty("testStepResult");
        failed.GetProperty("message").GetString().Should().Be("broken");
        failed.GetProperty("exception").GetProperty("type").GetString().Should().Be("InvalidOperationException");
        failed.GetProperty("duration").TryGetProperty("nanos", out _).Should().BeTrue();
        messages.Single(m => m.Kind == "suggestion").Body.GetProperty("snippets")[0].GetProperty("code").GetString().Should().Contain("[Given(\"nobody knows\")]");
        messages.First(m => m.Kind == "attachment").Text("body").Should().Be("all is well");
        messages.Where(m => m.Kind == "attachment").Should().Contain(a => a.Text("mediaType") == "text/plain" && a.Text("fileName") == "evidence.txt");
        messages.Where(m => m.Kind == "pickle").Should().HaveCount(7);
    }

    /// <summary>A skip's reason is its error's alone, with the mark by which xunit knows it; an ambiguous step has no message either.</summary>
    [Theory]
    [InlineData("SKIPPED", "SkipException", "$XunitDynamicSkip$no such thing here")]
    [InlineData("AMBIGUOUS", "AmbiguousBindingException", "*two*")]
    public async Task Only_a_failure_has_a_message(string status, string type, string error)
    {
        var messages = await RunAsync();

        var result = messages.Where(m => m.Kind == "testStepFinished").Select(m => m.Body.GetProperty("testStepResult"))
            .Single(r => r.GetProperty("status").GetString() == status && r.TryGetProperty("exception", out _));
        result.TryGetProperty("message", out _).Should().BeFalse();
        result.GetProperty("exception").GetProperty("type").GetString().Should().Be(type);
        result.GetProperty("exception").GetProperty("message").GetString().Should().Match(error);
    }

    /// <summary>A definition that no scenario uses can be told: it is listed, and no test case refers to it.</summary>
    [Fact]
    public async Task Unused_definitions_can_be_told()
    {
        var messages = await RunAsync();
        var used = messages.Where(m => m.Kind == "testCase").SelectMany(t => t.Body.GetProperty("testSteps").EnumerateArray())
            .SelectMany(s => s.TryGetProperty("stepDefinitionIds", out var ids) ? ids.EnumerateArray().Select(i => i.GetString()) : []);

        messages.Where(m => m.Kind == "stepDefinition" && !used.Contains(m.Text("id")))
            .Select(m => m.Body.GetProperty("pattern").GetProperty("source").GetString()).Should().Equal("^never used$");
    }

    /// <summary>A run that stops in the midst leaves whole lines up to there.</summary>
    [Fact]
    public async Task A_run_that_dies_leaves_what_was_written()
    {
        var lab = new ScenarioLab(typeof(Steps)) { Listener = MessageFormatter.ToFile(path) };
        await lab.Run.StartAsync();

        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var text = await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);

        text.Should().EndWith("}\n").And.Contain("\"testRunStarted\"").And.NotContain("testRunFinished");
        await lab.Run.EndAsync();
    }

    /// <summary>A file that cannot be written is named.</summary>
    [Fact]
    public void A_path_that_cannot_be_written_is_named()
    {
        Directory.CreateDirectory(path);

        FluentActions.Invoking(() => MessageFormatter.ToFile(path)).Should().Throw<ReqnrollException>().WithMessage($"*{path}*outputFilePath*");
    }

    private async Task<List<Message>> RunAsync()
    {
        var run = new TestRun(new Settings(), [typeof(Steps)], MessageFormatter.ToFile(path));
        await LabRun.RunAsync(FeatureLab.Of(Feature), run);
        return [.. File.ReadAllLines(path).Select(Message.Parse)];
    }

    private sealed record Message(string Kind, JsonElement Body)
    {
        public static Message Parse(string line)
        {
            var property = JsonDocument.Parse(line).RootElement.EnumerateObject().Single();
            return new Message(property.Name, property.Value);
        }

        public string Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }

    private sealed class Steps(IReqnrollOutputHelper output)
    {
        [BeforeTestRun]
        public static void BeforeRun()
        {
        }

        [BeforeScenario]
        public static void Before()
        {
        }

        [AfterScenario("tag")]
        public static void After()
        {
        }

        [StepArgumentTransformation("(big|small)", Name = "size")]
        public static int ToSize(string text) => text.Length;

        [Given("{int} of {string}")]
        public static void Some(int count, string what) => _ = count + what;

        [StepDefinition("it is well")]
        public void Well()
        {
            output.WriteLine("all is well");
            var file = Path.Combine(Directory.CreateTempSubdirectory("evidence").FullName, "evidence.txt");
            File.WriteAllText(file, "seen");
            output.AddAttachment(file);
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }

        [Given("it breaks")]
        public static void Break() => throw new InvalidOperationException("broken");

        [Given("that is not here")]
        public static void Elsewhere() => Assert.Skip("no such thing here");

        [Given("something unwritten")]
        public static void Unwritten() => throw new PendingStepException();

        [Given("two")]
        [Given("^never used$")]
        public static void One()
        {
        }

        [Given("^tw.$")]
        public static void Other()
        {
        }
    }
}
