using System.Globalization;
using FluentAssertions.Execution;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Courses;

/// <summary>
/// Lives through courses of events: deed after deed, drawn by a number, each judged by what the contract makes of all before it
/// (model-based testing: Utting, Pretschner and Legeard, "A taxonomy of model-based testing approaches", 2012). What is found wrong first
/// ends the course and is kept for a Then.
/// </summary>
public sealed class CourseDriver(
    AccountDriver accounts, StripeDriver stripe, HistoryDriver history, TimeDriver time, PlanTable plans, CourseChecks checks,
    AnalysisDeeds analysing, LookingDeeds looking, TalkingDeeds talking, MoneyDeeds money, SessionDeeds sessions)
{
    /// <summary>The environment variable that has other courses drawn than the features' own: any whole number but 0.</summary>
    public const string OthersVariable = "PROPIQ_COURSES";

    // A prime beyond every course's number, so that no two courses are drawn alike.
    private const int Apart = 1_000_003;
    private const int Told = 8;

    // Long and short pauses, and those at which sessions and tokens end.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(20), TimeSpan.FromSeconds(1799), TimeSpan.FromMinutes(29),
        TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(61), TimeSpan.FromHours(7), TimeSpan.FromDays(1), TimeSpan.FromDays(4), TimeSpan.FromDays(11),
    ];

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

        courses[actor] = (done, wrong ?? await WrongAsync(() => checks.ShouldBalanceAsync(course!, cancellationToken)));
    }

    /// <summary>Every answer was what the rules make of all that was done before.</summary>
    public void ShouldHaveBeenRight(Actor actor)
    {
        var (deeds, wrong) = courses.TryGetValue(actor, out var course) ? course : throw new InvalidOperationException($"{actor} has lived through nothing: a When is missing.");
        Verdict.That(
            wrong is null,
            $"after {deeds.Count} deeds, of which the last were: {string.Join("; ", deeds.TakeLast(Told))}, {wrong}");
    }

    private static int Others() => Environment.GetEnvironmentVariable(OthersVariable) switch
    {
        null or "" => 0,
        var given when int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var given => throw new ArgumentException($"{OthersVariable} is \"{given}\": give a whole number, or unset it."),
    };

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
        // Stopped first, so that the whole second is not over before it is reached.
        await time.FreezeAsync(actor, cancellationToken);
        var now = await time.NowAsync(actor, cancellationToken);
        now = now.AddTicks(TimeSpan.TicksPerSecond - (now.Ticks % TimeSpan.TicksPerSecond));
        await time.MoveToAsync(actor, now, cancellationToken);
        var profile = (await accounts.TryProfileAsync(actor, cancellationToken)).ShouldBeWhole();
        var plan = plans.All.FirstOrDefault(each => each.Tier == profile.Tier) ?? Verdict.Fail<PromisedPlan>($"{actor} should be on one of the plans, but is on {profile.Tier}");
        var books = new Books(plan, now);
        books.Begin(profile.Usage!.Used!.Value, plan.IsFree ? null : (await stripe.SubscriptionAsync(actor, cancellationToken)).CurrentPeriodEnd);
        books.Made.AddRange((await history.ShownAsync(actor, cancellationToken)).Reverse());
        var course = new Course(actor, books, new Random(unchecked(number + (Others() * Apart))), accounts, time);
        course.LoggedIn();
        await checks.ShouldStandAsync(course, withSubscription: true, cancellationToken);
        return course;
    }

    private async Task DoAsync(Course course, List<string> done, CancellationToken cancellationToken)
    {
        var isMonthOver = await PassTimeAsync(course, done, cancellationToken);
        await course.ArriveAsync(cancellationToken);
        if (isMonthOver)
        {
            await checks.ShouldStandAsync(course, withSubscription: true, cancellationToken);
        }

        var deed = Draw(course);
        done[^1] += $" {deed.What}";
        await deed.DoAsync(course, cancellationToken);
        await checks.ShouldStandAsync(course, ofMoney.Contains(deed) || course.OneIn(6), cancellationToken);
    }

    // True when the month that was paid for went by.
    private async Task<bool> PassTimeAsync(Course course, List<string> done, CancellationToken cancellationToken)
    {
        var books = course.Books;
        var moment = books.Now + course.OneOf(Pauses);
        var isOver = books is { PaidUntil: { } end, IsRenewalOpen: false } && moment >= end;
        await course.MoveToAsync(isOver ? books.PaidUntil!.Value : moment, cancellationToken);
        done.Add(string.Create(CultureInfo.InvariantCulture, $"{books.Now:d MMM HH:mm:ss}"));
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
}
