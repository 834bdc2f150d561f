using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Limits;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Limits;

/// <summary>Too many requests in too short a time.</summary>
[Binding]
public sealed class RateLimitSteps(RateLimitDriver limits, ProfileChecks profile, TimeDriver time, Cast cast, Lifetime lifetime)
{
    [When("{person} makes {int} requests within one second")]
    public Task MakesRequests(Actor person, int count) => limits.FireAsync(person, count, lifetime.Token);

    [Then("the first {int} are answered and the rest refused as too many")]
    public void FirstAreAnswered(int count) => limits.FirstShouldBeAnswered(cast.InFocus, count);

    [Then("once a second has passed, {persons} profile says {int} of {int}")]
    public async Task OnceASecondHasPassed(Actor person, int used, int limit)
    {
        await time.PassAsync(person, TimeSpan.FromSeconds(1), lifetime.Token);
        await profile.ShouldSayUsedAsync(person, used, limit, lifetime.Token);
    }
}
