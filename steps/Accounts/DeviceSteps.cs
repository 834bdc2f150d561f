using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Accounts;

/// <summary>One person on several devices.</summary>
[Binding]
public sealed class DeviceSteps(DeviceDriver devices, AccountDriver accounts, RefusalChecks checks, Lifetime lifetime)
{
    private static readonly string[] All = ["laptop", "phone", "tablet"];

    [When("{person} logs in on laptop, phone and tablet at the same moment")]
    public Task LogsInEverywhere(Actor person) => devices.LogInTogetherAsync(person, All, lifetime.Token);

    [Then("each of {persons} devices has a session of its own")]
    public Task EachHasItsOwn(Actor person) => devices.EachShouldHaveItsOwnAsync(person, All, lifetime.Token);

    [Given("{person} has logged in on his/her {device} too")]
    public Task HasLoggedInOn(Actor person, string device) => devices.LogInOnAsync(person, device, lifetime.Token);

    [Given("{person} logged in on his/her {device} at {time}")]
    public Task LoggedInOnAt(Actor person, string device, TimeOnly at) => devices.LogInOnAsync(person, device, at, lifetime.Token);

    [Given("{person} takes his/her {device} in hand")]
    [When("{person} takes his/her {device} in hand")]
    public void Takes(Actor person, string device) => person.Take(device);

    [When("{person} logs out on his/her {device}")]
    public Task LogsOut(Actor person, string device)
    {
        person.Take(device);
        return accounts.LogOutAsync(person, lifetime.Token);
    }

    [Then("{persons} session on the {device} is over")]
    public Task IsOverOn(Actor person, string device) => devices.ShouldBeOverOnAsync(person, device, lifetime.Token);

    [Then("{person} can go on on his/her {device}")]
    public Task CanGoOnOn(Actor person, string device) => devices.ShouldGoOnAsync(person, device, lifetime.Token);

    [Then("{person} is logged out")]
    public void IsLoggedOut(Actor person) => checks.ShouldHaveWorked(person);
}
