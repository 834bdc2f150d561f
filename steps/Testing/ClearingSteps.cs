using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Testing;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Testing;

/// <summary>The stage itself: who may set it, and what is cleared away.</summary>
[Binding]
public sealed class ClearingSteps(ClearingDriver clearing, Lifetime lifetime)
{
    [Given("an earlier run has left {int} people behind, each with {int} analyses and a conversation")]
    public Task HasLeftBehind(int people, int analyses) => clearing.LeaveBehindAsync(people, analyses, lifetime.Token);

    [When("the earlier run is cleared away")]
    public Task IsClearedAway() => clearing.ClearAsync(lifetime.Token);

    [Then("{int} people, {int} analyses and {int} conversations are gone, and nobody of them can log in")]
    public Task AreGone(int people, int analyses, int conversations) => clearing.ShouldBeGoneAsync(people, analyses, conversations, lifetime.Token);

    [When("{person} tries to move {persons} time by {int} minutes without the secret")]
    public Task TriesToMove(Actor stranger, Actor owner, int minutes) => clearing.MoveWithoutSecretAsync(owner, TimeSpan.FromMinutes(minutes), lifetime.Token);

    [Then("there is nothing for {person} to move it with")]
    public void NothingToMoveItWith(Actor stranger) => clearing.ShouldBeLocked(stranger);
}
