using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>What keeps a session alive, and what does not.</summary>
[Binding]
public sealed class IdleSteps(IdleDriver idle, AccountDriver accounts, Cast cast, Lifetime lifetime)
{
    [Given("{person} has used PropIQ at {time} and {time}")]
    public async Task HasUsedPropIqAt(Actor person, TimeOnly first, TimeOnly second)
    {
        await idle.UseAtAsync(person, first, lifetime.Token);
        await idle.UseAtAsync(person, second, lifetime.Token);
    }

    [Given("at {time} {person} used PropIQ by his/her former access token")]
    public Task UsedByFormer(TimeOnly at, Actor person) => idle.UseFormerAtAsync(person, at, lifetime.Token);

    [Given("all that {person} did at {time} was {deed}")]
    public Task OnlyDid(Actor person, TimeOnly at, string deed) => idle.DoAtAsync(person, at, deed, lifetime.Token);

    [Given("at {time} {person} was refused {mistake}")]
    public Task WasRefused(TimeOnly at, Actor person, string mistake) => idle.BeRefusedAtAsync(person, at, mistake, lifetime.Token);

    [Given("at {time} {person} was refused because {reason}")]
    public Task WasRefusedBecause(TimeOnly at, Actor person, KnownRefusal reason) => idle.BeRefusedAtAsync(person, at, reason, lifetime.Token);

    [Given("at {time} {person} showed {persons} token, {flaw}, in vain")]
    public Task ShowedInVain(TimeOnly at, Actor stranger, Actor owner, string flaw) => idle.ShowInVainAsync(stranger, owner, at, flaw, lifetime.Token);

    [Then("{person} must renew his/her session")]
    public Task MustRenew(Actor person) => idle.ShouldHaveToRenewAsync(person, lifetime.Token);

    [Then("his/her session is renewed")]
    public Task IsRenewed() => accounts.ShouldBeLoggedInAsync(cast.InFocus, lifetime.Token);
}
