using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Usage;

/// <summary>Periods: where they end, and what starts anew.</summary>
[Binding]
public sealed class PeriodSteps(
    SeedingDriver seeding, CalendarDriver calendar, AnalysisDriver analyses, ProfileChecks profile, PlanTable plans, Lifetime lifetime)
{
    [Given("{person} used {int} free analyses on {date}")]
    public async Task UsedOn(Actor person, int count, CalendarMoment date)
    {
        await seeding.PlaceAsync(person, plans.Free, 0, null, lifetime.Token);
        await calendar.GoToAsync(person, date, lifetime.Token);
        await analyses.UseUpAsync(person, count, lifetime.Token);
    }

    [Given("{person} used {int} more on {date}")]
    public async Task UsedMoreOn(Actor person, int count, CalendarMoment date)
    {
        await calendar.GoToAsync(person, date, lifetime.Token);
        await analyses.UseUpAsync(person, count, lifetime.Token);
    }

    [When("{person} analyses one more property on {date}")]
    public async Task AnalysesOneMoreOn(Actor person, CalendarMoment date)
    {
        await calendar.GoToAsync(person, date, lifetime.Token);
        await analyses.AnalyzeAnotherAsync(person, lifetime.Token);
    }

    [When("{person} comes back on {date}")]
    public Task ComesBackOn(Actor person, CalendarMoment date) => calendar.GoToAsync(person, date, lifetime.Token);

    [Then("{persons} allowance starts anew on {date}")]
    public async Task StartsAnewOn(Actor person, CalendarMoment date) =>
        await profile.ShouldResetAtAsync(person, await calendar.NextAsync(person, date, lifetime.Token), lifetime.Token);
}
