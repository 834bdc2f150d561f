using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Time;

/// <summary>Takes people to dates of the calendar. Days pass on the way, so they log in anew.</summary>
public sealed class CalendarDriver(TimeDriver time, AccountDriver accounts)
{
    /// <summary>The person's time stands still at the next such moment, and the person is logged in.</summary>
    public async Task GoToAsync(Actor actor, CalendarMoment when, CancellationToken cancellationToken)
    {
        var now = await time.NowAsync(actor, cancellationToken);
        await time.FreezeAsync(actor, when.NextFrom(now), cancellationToken);
        (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
    }

    /// <summary>The next such moment, seen from where the person's clock is.</summary>
    public async Task<DateTimeOffset> NextAsync(Actor actor, CalendarMoment when, CancellationToken cancellationToken) =>
        when.NextFrom(await time.NowAsync(actor, cancellationToken));
}
