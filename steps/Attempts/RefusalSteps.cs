using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using Reqnroll;

namespace PropIQ.Steps.Attempts;

/// <summary>Being refused, and why.</summary>
[Binding]
public sealed class RefusalSteps(RefusalChecks refusals)
{
    [Then("{person} is refused with {string}")]
    public void IsRefusedWith(Actor person, string sentence) => refusals.ShouldBeRefused(person, Refusals.Saying(sentence));

    [Then("{person} is refused because {reason}")]
    public void IsRefusedBecause(Actor person, KnownRefusal reason) => refusals.ShouldBeRefused(person, reason);

    [Then("each of {persons} {int} analyses is refused because {reason}")]
    public void EachIsRefused(Actor person, int times, KnownRefusal reason) => refusals.EachShouldBeRefused<Analysis>(person, times, reason);

    [Then("{person} reads about {string}")]
    public void ReadsAbout(Actor person, string passage) => refusals.ShouldRead(person, passage);
}
