using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Visits;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Visits;

/// <summary>What anybody sees who comes by: the front page, and how PropIQ is.</summary>
[Binding]
public sealed class VisitSteps(FrontPageDriver frontPage, HealthDriver health, FaultDriver faults, Cast cast, Lifetime lifetime)
{
    /// <summary>{part}: what PropIQ cannot do its work without.</summary>
    [StepArgumentTransformation("(the database|Stripe|the AI)", Name = "part")]
    public Part Part(string name) => name switch
    {
        "the database" => new("database", Surrounding.Database),
        "Stripe" => new("stripe", Surrounding.Stripe),
        _ => new("ai", Surrounding.OpenAi),
    };

    [Given("{part} has gone away for everybody")]
    public Task HasGoneAway(Part part) => faults.SetAsync(part.Behind, Condition.Gone, lifetime.Token);

    [Then("once {part} is back, PropIQ is well")]
    public async Task IsWellOnceBack(Part part)
    {
        await faults.SetAsync(part.Behind, Condition.Well, lifetime.Token);
        await health.ShouldBeWellAsync(lifetime.Token);
    }

    [Then("once {part} is back, PropIQ works on without {part}")]
    public async Task WorksOnOnceBack(Part part, Part other)
    {
        await faults.SetAsync(part.Behind, Condition.Well, lifetime.Token);
        await health.ShouldBeDegradedAsync([other.Name], lifetime.Token);
    }

    [When("{person} asks how PropIQ is")]
    public Task AsksHowPropIqIs(Actor person) => health.AskAsync(person, lifetime.Token);

    [Then("PropIQ is well")]
    public Task IsWell() => health.ShouldBeWellAsync(lifetime.Token);

    [Then("PropIQ works on without {part}")]
    public Task WorksOnWithout(Part part) => health.ShouldBeDegradedAsync([part.Name], lifetime.Token);

    [Then("PropIQ works on without {part} and {part}")]
    public Task WorksOnWithout(Part one, Part other) => health.ShouldBeDegradedAsync([one.Name, other.Name], lifetime.Token);

    [Then("PropIQ is not well for want of {part}")]
    public Task IsNotWell(Part part) => health.ShouldNotBeWellAsync([part.Name], lifetime.Token);

    [Then("PropIQ is not well for want of {part} and {part}")]
    public Task IsNotWell(Part one, Part other) => health.ShouldNotBeWellAsync([one.Name, other.Name], lifetime.Token);

    [When("{person} opens the front page")]
    public Task OpensTheFrontPage(Actor person) => frontPage.OpenAsync(person, lifetime.Token);

    [Then("the page tells Clarity's project {string} of the visit")]
    public void TellsClarity(string project) => FrontPageDriver.ShouldTellClarity(cast.InFocus, project);
}

/// <summary>A part that PropIQ's health is made of.</summary>
public sealed record Part(string Name, Surrounding Behind);
