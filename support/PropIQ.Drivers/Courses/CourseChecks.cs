using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Drivers.Courses;

/// <summary>Whether PropIQ, and whoever it tells, holds what a course's books say.</summary>
public sealed class CourseChecks(
    PropIqUnderTest propIq, AccountDriver accounts, CheckoutDriver checkout, InboxDriver inbox, RecordDriver records,
    LookingDeeds looking, TalkingDeeds talking, MoneyDeeds money)
{
    private const int RecordsLookedAt = 4;

    /// <summary>Profile and subscription say what the books say; the subscription need not be looked at each time.</summary>
    internal async Task ShouldStandAsync(Course course, bool withSubscription, CancellationToken cancellationToken)
    {
        var books = course.Books;
        var profile = (await accounts.TryProfileAsync(course.Actor, cancellationToken)).ShouldBeWhole();
        books.Settle(profile.Usage!.Used);
        var said = (profile.Tier, profile.SubscriptionStatus, profile.Usage.Used, profile.Usage.Limit, profile.Usage.Remaining);
        var held = (books.Plan.Tier, books.Standing, books.Used, books.Plan.Analyses, books.Left);
        Verdict.That(said == held, $"the profile should say {held}, but says {said}");
        Verdict.That(books.IsRenewalOpen || profile.Usage.ResetsAt == books.ResetsAt, $"the count should start anew at {books.ResetsAt:u}, but is to at {profile.Usage.ResetsAt:u}");
        Verdict.That(
            books.TellsOfDebt is not { } tells || tells == !string.IsNullOrEmpty(profile.LastPaymentError),
            $"the profile should tell of {(books.TellsOfDebt == true ? "a" : "no")} failed payment, but says {profile.LastPaymentError ?? "nothing"}");
        if (withSubscription)
        {
            await SubscriptionShouldStandAsync(course, cancellationToken);
        }
    }

    private async Task SubscriptionShouldStandAsync(Course course, CancellationToken cancellationToken)
    {
        var books = course.Books;
        var shown = (await checkout.TrySubscriptionAsync(course.Actor, cancellationToken)).ShouldBeWhole();
        Verdict.That(
            (shown.Tier, shown.Status, shown.CancelAtPeriodEnd) == (books.Plan.Tier, books.Standing, books.Ends),
            $"the subscription should be to {books.Plan.Tier}, {books.Standing}, {(books.Ends ? "with an end" : "without an end")}, but is to {shown.Tier}, {shown.Status}, {(shown.CancelAtPeriodEnd == true ? "with an end" : "without an end")}");
        Verdict.That(
            books.PaidUntil is null || books.IsRenewalOpen || shown.CurrentPeriodEnd == books.PaidUntil,
            $"the subscription should be paid for until {books.PaidUntil:u}, but is until {shown.CurrentPeriodEnd:u}");
    }

    /// <summary>In the end all is there that nobody looked at on the way: at PropIQ, Stripe, Slack and Weights &amp; Biases.</summary>
    internal async Task ShouldBalanceAsync(Course course, CancellationToken cancellationToken)
    {
        await course.MoveToAsync(course.Books.Now.AddMinutes(1), cancellationToken);
        await course.ArriveAsync(cancellationToken);
        await looking.ShouldShowAllAsync(course, cancellationToken);
        await talking.ShouldAllBeKeptAsync(course, cancellationToken);
        await money.ShouldPayForNothingElseAsync(course, cancellationToken);
        await OthersShouldHaveHeardAsync(course, cancellationToken);
    }

    private async Task OthersShouldHaveHeardAsync(Course course, CancellationToken cancellationToken)
    {
        if (propIq.Offers(Capability.SlackMock))
        {
            foreach (var (notice, count) in course.Books.Notices.Where(notice => !course.Books.OpenNotices.Contains(notice.Key)))
            {
                await inbox.SlackShouldHaveHeardAsync(course.Actor, count, notice, cancellationToken);
            }
        }

        if (propIq.Offers(Capability.WandbMock))
        {
            var analysed = course.Books.MadeOn.Where(made => course.IsOwn(made.Address)).ToLookup(made => made.Address, made => made.Tier).ToList();
            foreach (var made in course.Some(analysed, Math.Min(analysed.Count, RecordsLookedAt)))
            {
                await records.ShouldTellPlansAsync(course.Actor, made.Key, [.. made], cancellationToken);
            }
        }
    }
}
