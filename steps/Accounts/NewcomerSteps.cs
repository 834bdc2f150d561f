using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>What the profile of a newcomer shows.</summary>
[Binding]
public sealed class NewcomerSteps(ProfileChecks profile, Lifetime lifetime)
{
    [Then("{persons} profile shows his/her name and e-mail, no subscription and no failed payment")]
    public Task ShowsANewcomer(Actor person) => profile.ShouldBeANewcomersAsync(person, lifetime.Token);

    [Then("{persons} allowance starts anew on the first of the coming month")]
    public Task StartsAnew(Actor person) => profile.ShouldResetWithTheMonthAsync(person, lifetime.Token);
}
