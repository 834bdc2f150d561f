using System.Globalization;
using FluentAssertions.Execution;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Targets;

namespace PropIQ.Drivers.Courses;

/// <summary>
/// Lives through courses of events: deed after deed, drawn by a number, each judged by what the contract makes of all before it
/// (model-based testing: Utting, Pretschner and Legeard, "A taxonomy of model-based testing approaches", 2012). What is found wrong first
/// ends the course and is kept for a Then.
/// </summary>
public sealed class CourseDriver(
    PropIqUnderTest propIq, AccountDriver accounts, CheckoutDriver checkout, StripeDriver stripe, HistoryDriver history, TimeDriver time, InboxDriver inbox, RecordDriver records, PlanTable plans,
    AnalysisDeeds analysing, LookingDeeds looking, TalkingDeeds talking, MoneyDeeds money, SessionDeeds sessions)
{
    // Long and short pauses, and those at which sessions and tokens end.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(1799), TimeSpan.FromMinutes(29),
        TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(61), TimeSpan.FromHours(7), TimeSpan.FromDays(1), TimeSpan.FromDays(4), TimeSpan.FromDays(11),
    ];

    /// <summary>The environment variable that has other courses drawn than the features' own: any whole number but 0.</summary>
    public const string OthersVariable = "PROPIQ_COURSES";

    // The next prime after a million: no number in a feature comes to another's course.
    private const int Apart = 1_000_003;
    private static readonly int Others =
        int.TryParse(Environment.GetEnvironmentVariable(OthersVariable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given) ? given : 0;

    private const int Told = 8;
    private const int RecordsLookedAt = 4;
    private readonly Dictionary<Actor, (List<string> Deeds, string? Wrong)> courses = [];
    private readonly IReadOnlyList<Deed> ofMoney = money.All;
    private readonly IReadOnlyList<Deed> others = [.. analysing.All, .. looking.All, .. talking.All, .. sessions.All];

    /// <summary>The person lives through so many deeds, drawn by a number.</summary>
    public async Task LiveThroughAsync(Actor actor, int deeds, int number, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        courses[actor] = (done, null);
        Course? course = null;
        var wrong = await WrongAsync(async () => course = await BeginAsync(actor, number, cancellationToken));
        for (var each = 0; each < deeds && wrong is null; each++)
        {
            wrong = await WrongAsync(() => DoAsync(course!, done, cancellationToken));
        }

        courses[actor] = (done, wrong ?? await WrongAsync(() => ShouldBalanceAsync(course!, cancellationToken)));
    }

    /// <summary>Every answer was what the rules make of all that was done before.</summary>
    public void ShouldHaveBeenRight(Actor actor)
    {
        var (deeds, wrong) = courses.TryGetValue(actor, out var course) ? course : throw new InvalidOperationException($"{actor} has lived through nothing: a When is missing.");
        Verdict.That(
            wrong is null,
            $"after {deeds.Count} deeds, of which the last were: {string.Join("; ", deeds.TakeLast(Told))}, {wrong}");
    }

    private static async Task<string?> WrongAsync(Func<Task> act)
    {
        using var scope = new AssertionScope();
        try
        {
            await act();
        }
        catch (Exception) when (scope.HasFailures())
        {
            // What was found wrong before is the reason.
        }

        return scope.Discard().FirstOrDefault();
    }

    private async Task<Course> BeginAsync(Actor actor, int number, CancellationToken cancellationToken)
    {
        var now = await time.NowAsync(actor, cancellationToken);
        now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddSeconds(1);
        await time.FreezeAsync(actor, now, cancellationToken);
        var profile = (await accounts.TryProfileAsync(actor, cancellationToken)).ShouldBeWhole();
        var plan = plans.All.FirstOrDefault(each => each.Tier == profile.Tier) ?? Verdict.Fail<PromisedPlan>($"{actor} should be on one of the plans, but is on {profile.Tier}");
        var books = new Books(plan, now);
        books.Begin(profile.Usage!.Used!.Value, plan.IsFree ? null : (await stripe.SubscriptionAsync(actor, cancellationToken)).CurrentPeriodEnd);
        books.Made.AddRange((await history.ShownAsync(actor, cancellationToken)).Reverse());
        var course = new Course(actor, books, new Random(unchecked(number + (Others * Apart))), accounts);
        course.LoggedIn();
        await ShouldStandAsync(course, withSubscription: true, cancellationToken);
        return course;
    }

    private async Task DoAsync(Course course, List<string> done, CancellationToken cancellationToken)
    {
        var isMonthOver = await PassTimeAsync(course, done, cancellationToken);
        await course.ArriveAsync(cancellationToken);
        var deed = Draw(course);
        done[^1] += $" {deed.What}";
        await deed.DoAsync(course, cancellationToken);
        await ShouldStandAsync(course, isMonthOver || ofMoney.Contains(deed) || course.OneIn(6), cancellationToken);
    }

    // True when the month that was paid for went by.
    private async Task<bool> PassTimeAsync(Course course, List<string> done, CancellationToken cancellationToken)
    {
        var books = course.Books;
        var moment = books.Now + course.OneOf(Pauses);
        var isOver = books is { PaidUntil: { } end, IsRenewalOpen: false } && moment >= end;
        books.MoveTo(isOver ? books.PaidUntil!.Value : moment);
        done.Add(string.Create(CultureInfo.InvariantCulture, $"{books.Now:d MMM HH:mm:ss}"));
        await time.MoveToAsync(course.Actor, books.Now, cancellationToken);
        if (isOver)
        {
            done[^1] += " the month is over and";
            await money.EndMonthAsync(course, cancellationToken);
        }

        return isOver;
    }

    private Deed Draw(Course course)
    {
        var possible = others.Concat(ofMoney).Where(deed => deed.IsPossible(course.Books)).ToList();
        var drawn = course.Number(possible.Sum(deed => deed.Weight));
        return possible.SkipWhile(deed => (drawn -= deed.Weight) >= 0).First();
    }

    // Profile and subscription say what the books say. The subscription is not looked at each time.
    private async Task ShouldStandAsync(Course course, bool withSubscription, CancellationToken cancellationToken)
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

    // What nobody looked at on the way.
    private async Task ShouldBalanceAsync(Course course, CancellationToken cancellationToken)
    {
        course.Books.MoveTo(course.Books.Now.AddMinutes(1));
        await time.MoveToAsync(course.Actor, course.Books.Now, cancellationToken);
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
            foreach (var (notice, count) in course.Books.Notices)
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
