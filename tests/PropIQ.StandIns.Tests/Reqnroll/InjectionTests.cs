using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;
using Reqnroll.BoDi;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>What step classes get by their constructors, and how long it lives.</summary>
public sealed class InjectionTests
{
    /// <summary>One object of a class a scenario, whoever asks for it, and a new one for the next.</summary>
    [Fact]
    public async Task A_scenario_has_one_object_of_a_class()
    {
        var lab = new ScenarioLab(typeof(Writer), typeof(Reader));

        (await lab.RunAsync("Given 3 is written", "Then 3 is read")).Error.Should().BeNull();
        (await lab.RunAsync("Then 0 is read")).Error.Should().BeNull();
    }

    /// <summary>What is disposable is disposed at the scenario's end, after its hooks; what is only async disposable is not.</summary>
    [Fact]
    public async Task Disposable_objects_are_disposed_at_the_end()
    {
        var outcome = await new ScenarioLab(typeof(Disposables)).RunAsync("Given they are used");

        outcome.Error.Should().BeNull();
        Disposables.Log.Should().Equal("used", "after", "disposed");
    }

    /// <summary>Given instances are handed out, and disposed only when that was asked for.</summary>
    [Fact]
    public void Registered_instances_stay_their_owners()
    {
        var (own, given) = (new Closable(), new Closable());
        using (var container = new ObjectContainer())
        {
            container.RegisterInstanceAs(own);
            container.RegisterInstanceAs(given, dispose: true, name: "given");

            container.Resolve<Closable>().Should().BeSameAs(own);
            container.Resolve(typeof(Closable), "given").Should().BeSameAs(given);
            container.IsRegistered<Closable>().Should().BeTrue();
            container.IsRegistered<Shelf>().Should().BeFalse();
            container.Invoking(c => c.RegisterInstanceAs(new Closable())).Should().Throw<ObjectContainerException>().WithMessage("*already been resolved*");
        }

        own.IsClosed.Should().BeFalse();
        given.IsClosed.Should().BeTrue();
    }

    /// <summary>What was made further out is shared further in.</summary>
    [Fact]
    public void Outer_objects_are_shared()
    {
        using var outer = new ObjectContainer();
        var shelf = outer.Resolve<Shelf>();
        using var inner = new ObjectContainer(outer);

        inner.Resolve<Shelf>().Should().BeSameAs(shelf);
        inner.Resolve<Writer>().Should().NotBeSameAs(outer.Resolve<Writer>(), "it was made within first");
        inner.Resolve<IObjectContainer>().Should().BeSameAs(inner);
    }

    /// <summary>What cannot be made says why.</summary>
    [Theory]
    [InlineData(typeof(IDisposable), "Interface cannot be resolved*")]
    [InlineData(typeof(NeedsText), "Primitive types or structs cannot be resolved: System.String*NeedsText*")]
    [InlineData(typeof(Hen), "Circular dependency found*Hen*Egg*")]
    [InlineData(typeof(TwoWays), "Multiple public constructors*")]
    public void What_cannot_be_made_says_why(Type type, string message)
    {
        using var container = new ObjectContainer();

        container.Invoking(c => c.Resolve(type)).Should().Throw<ObjectContainerException>().WithMessage(message);
    }

    /// <summary>The error of a constructor is the scenario's error, as it was thrown.</summary>
    [Fact]
    public async Task A_failing_constructor_fails_the_scenario_by_its_own_error()
        => (await new ScenarioLab(typeof(Failing)).RunAsync("Given it is used")).Error.Should().BeOfType<NotSupportedException>();

    /// <summary>Title, tags and container of what runs.</summary>
    [Fact]
    public async Task Contexts_carry_facts()
    {
        var lab = new ScenarioLab(typeof(Facts)) { Tags = ["own"], FeatureTags = ["outer"], Title = "Carrying" };

        (await lab.RunAsync("Given a step runs", "Then the facts are there")).Error.Should().BeNull();
    }

    private sealed class Shelf
    {
        public int Number { get; set; }
    }

    private sealed class Writer(Shelf shelf)
    {
        [Given("{int} is written")]
        public void Write(int number) => shelf.Number = number;
    }

    private sealed class Reader(Shelf shelf)
    {
        [Then("{int} is read")]
        public void Read(int number) => shelf.Number.Should().Be(number);
    }

    private sealed class Closable : IDisposable
    {
        public bool IsClosed { get; private set; }

        public void Dispose() => IsClosed = true;
    }

    private sealed class Sync : IDisposable
    {
        public void Dispose() => Disposables.Log.Add("disposed");
    }

    private sealed class OnlyAsync : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Disposables.Log.Add("disposed asynchronously");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Disposables(Sync sync, OnlyAsync onlyAsync)
    {
        public static List<string> Log { get; } = [];

        [Given("they are used")]
        public void Use() => Log.Add(sync is not null && onlyAsync is not null ? "used" : "missing");

        [AfterScenario]
        public static void After() => Log.Add("after");
    }

    private sealed class NeedsText(string text)
    {
        public string Text { get; } = text;
    }

    private sealed class Hen(Egg egg)
    {
        public Egg Egg { get; } = egg;
    }

    private sealed class Egg(Hen hen)
    {
        public Hen Hen { get; } = hen;
    }

    private sealed class TwoWays
    {
        public TwoWays(Shelf shelf) => _ = shelf;

        public TwoWays(Closable closable) => _ = closable;
    }

    private sealed class Failing
    {
        public Failing() => throw new NotSupportedException("never");

        [Given("it is used")]
        public void Use() => _ = this;
    }

    private sealed class Facts(ScenarioContext scenario, FeatureContext feature)
    {
        [Given("a step runs")]
        public void Runs()
        {
            scenario.StepContext!.StepInfo.Text.Should().Be("a step runs");
        }

        [Then("the facts are there")]
        public void There()
        {
            scenario.ScenarioInfo.Title.Should().Be("Carrying");
            scenario.ScenarioInfo.Tags.Should().Equal("own");
            scenario.ScenarioInfo.CombinedTags.Should().Equal("own", "outer");
            scenario.ScenarioContainer.Resolve<ScenarioContext>().Should().BeSameAs(scenario);
            feature.FeatureInfo.Tags.Should().Equal("outer");
        }
    }
}
