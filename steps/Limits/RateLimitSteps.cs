using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Limits;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Arguments;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Limits;

/// <summary>Too many requests in too short a time.</summary>
[Binding]
public sealed class RateLimitSteps(
    RateLimitDriver limits, AnonymousLimits anonymous, AccountDriver accounts, ProfileChecks profile, TimeDriver time, Cast cast, Lifetime lifetime)
{
    private IReadOnlyList<int> answered = [];

    [Given("{person} has made {int} requests within this second")]
    [When("{person} makes {int} requests within one second")]
    public Task MakesRequests(Actor person, int count) => limits.FireAsync(person, count, lifetime.Token);

    [When("{person} makes {int} exports and {int} other requests within one second")]
    public Task MakesExportsAndRequests(Actor person, int exports, int count) => limits.FireAfterExportsAsync(person, exports, count, lifetime.Token);

    [When("{person} makes {int} requests at the very same moment")]
    public Task MakesRequestsTogether(Actor person, int count) => limits.FireTogetherAsync(person, count, lifetime.Token);

    [When("{person} and {person} make {int} requests each within one second, from one office")]
    public Task MakeRequestsFromOneOffice(Actor one, Actor other, int count) => limits.FireFromOneAddressAsync([one, other], count, lifetime.Token);

    [When("{person} makes {int} requests each on laptop and phone within one second")]
    public Task MakesRequestsOnBoth(Actor person, int count) => limits.FireFromEachAsync(person, ["laptop", "phone"], count, lifetime.Token);

    [When("{person} makes requests:")]
    public async Task MakesRequestsAt(Actor person, DataTable moments) => answered = await limits.FireAtAsync(
        person, [.. moments.Rows.Select(row => (Figures.Seconds(row["after"]), Figures.Whole(row["requests"])))], lifetime.Token);

    [Then("of these are answered: {string}")]
    public void OfTheseAreAnswered(string counts)
    {
        var found = string.Join(", ", answered);
        Verdict.That(found == counts, $"of {cast.InFocus}'s requests {counts} should be answered, but {found} were");
    }

    [Then("the first {int} are answered and the rest refused as too many")]
    public void FirstAreAnswered(int count) => limits.FirstShouldBeAnswered(cast.InFocus, count);

    [Then("exactly {int} are answered and the rest refused as too many")]
    public void ExactlyAreAnswered(int count) => limits.ExactlyShouldBeAnswered(cast.InFocus, count);

    [Then("all {int} are answered")]
    public void AllAreAnswered(int count) => limits.FirstShouldBeAnswered(cast.InFocus, count);

    [Then("once a second has passed, {persons} profile says {int} of {int}")]
    public async Task OnceASecondHasPassed(Actor person, int used, int limit)
    {
        await time.PassAsync(person, TimeSpan.FromSeconds(1), lifetime.Token);
        await profile.ShouldSayUsedAsync(person, used, limit, lifetime.Token);
    }

    [When("{person} logs out within the same second")]
    public Task LogsOut(Actor person) => accounts.LogOutAsync(person, lifetime.Token);

    [When("a passer-by asks for {string} {int} times within one second")]
    public Task PasserByAsks(string what, int count) => anonymous.FireAsync(what, count, disguised: false, lifetime.Token);

    [When("a passer-by asks for {string} {int} times within one second, each time claiming another address")]
    public Task DisguisedPasserByAsks(string what, int count) => anonymous.FireAsync(what, count, disguised: true, lifetime.Token);

    [Then("the passer-by is answered exactly {int} times, else refused as too many")]
    public void ExactlyOfThePasserByAreAnswered(int count) => anonymous.ExactlyShouldBeAnswered(count);

    [Then("a passer-by from elsewhere is answered meanwhile")]
    public void ElsewhereIsAnswered() => anonymous.ElsewhereShouldBeAnswered();

    [Then("the passer-by is never refused as too many")]
    public void NoneIsRefused() => anonymous.NoneShouldBeTooMany();
}
