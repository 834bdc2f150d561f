using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Courses;
using PropIQ.Drivers.Plans;
using Xunit;

namespace PropIQ.Drivers.Tests.Courses;

public sealed class BooksTests
{
    private static readonly PlanTable Plans = PlanTable.Contract;
    private static readonly DateTimeOffset Noon = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset PaidUntil = new(2027, 2, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_begins_on_Free_has_the_calendar_month_and_no_subscription()
    {
        var books = Free(3);

        Facts(books).Should().Be(("free", "none", 3, 2, new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero)));
        (books.PaidUntil, books.Subscriptions, books.TellsOfDebt, books.Now).Should().Be((null, 0, false, Noon));
    }

    [Fact]
    public void Who_begins_on_a_paid_plan_has_its_month()
    {
        var books = Pro(58);

        Facts(books).Should().Be(("pro", "active", 58, 2, PaidUntil));
        books.Subscriptions.Should().Be(1);
    }

    [Theory]
    [InlineData("2027-01-31T23:59:59Z", 3)]
    [InlineData("2027-02-01T00:00:00Z", 0)]
    [InlineData("2028-01-20T00:00:00Z", 0)]
    public void A_new_month_on_Free_starts_with_nothing_used(string moment, int used)
    {
        var books = Free(3);

        books.MoveTo(DateTimeOffset.Parse(moment));

        (books.Used, books.Now).Should().Be((used, DateTimeOffset.Parse(moment)));
    }

    [Fact]
    public void A_new_calendar_month_is_nothing_to_a_paid_plan()
    {
        var books = Pro(58);

        books.MoveTo(Noon.AddDays(20));

        books.Used.Should().Be(58);
    }

    [Theory]
    [InlineData("Free", 3, null)]
    [InlineData("Free", 4, "4 of 5 free analyses used")]
    [InlineData("Pro", 57, null)]
    [InlineData("Pro", 58, "58 of 60 analyses used this month")]
    [InlineData("Elite", 100, "100 of 100 analyses used this month")]
    public void Warnings_are_the_contracts(string plan, int used, string? warning) =>
        new Books(Plans.Named(plan), Noon).WarningAt(used).Should().Be(warning);

    [Fact]
    public void What_was_made_counts_and_is_shown_newest_first()
    {
        var books = Free(0);

        Make(books, "1 Elm St");
        Make(books, "2 Elm St");

        books.Used.Should().Be(2);
        books.Shown.Select(analysis => analysis.Address).Should().Equal("2 Elm St", "1 Elm St");
        books.MadeOn.Should().Equal(("1 Elm St", "free", Noon), ("2 Elm St", "free", Noon));
    }

    [Fact]
    public void Free_shows_the_newest_ten_and_a_paid_plan_all()
    {
        var books = Free(0);
        for (var number = 1; number <= 11; number++)
        {
            Make(books, $"{number} Elm St");
        }

        books.Shown.Select(analysis => analysis.Address).Should().HaveCount(10).And.NotContain("1 Elm St");
        books.Left.Should().Be(0);
        books.Buy(Plans.Named("Starter"), PaidUntil);
        books.Shown.Should().HaveCount(11);
    }

    [Fact]
    public void A_purchase_gives_the_plan_and_keeps_the_count()
    {
        var books = Pro(58);
        books.Schedule();
        books.Owe();

        books.Buy(Plans.Named("Elite"), PaidUntil.AddDays(3));

        Facts(books).Should().Be(("elite", "active", 58, 42, PaidUntil.AddDays(3)));
        (books.Ends, books.IsRenewalOpen, books.TellsOfDebt, books.Subscriptions, books.Notices["new signup"]).Should().Be((false, false, false, 2, 1));
    }

    [Fact]
    public void A_move_keeps_count_and_period()
    {
        var books = Pro(58);

        books.Move(Plans.Named("Starter"));

        Facts(books).Should().Be(("starter", "active", 58, 0, PaidUntil));
        books.Notices.Should().BeEmpty();
    }

    [Fact]
    public void A_renewal_starts_anew_and_settles_what_was_owed()
    {
        var books = Pro(58);
        books.Owe();
        Facts(books).Should().Be(("pro", "past_due", 58, 2, PaidUntil));
        (books.IsRenewalOpen, books.TellsOfDebt).Should().Be((true, true));

        books.Renew(PaidUntil.AddMonths(1));

        Facts(books).Should().Be(("pro", "active", 0, 60, PaidUntil.AddMonths(1)));
        (books.IsRenewalOpen, books.TellsOfDebt, books.Notices["failed payment"], books.Notices["recurring payment"]).Should().Be((false, false, 1, 1));
    }

    [Fact]
    public void A_declined_card_is_told_of_on_Free_alone()
    {
        var (free, pro) = (Free(3), Pro(58));

        free.Decline();
        pro.Decline();

        (free.TellsOfDebt, free.Standing, free.Notices["failed payment"]).Should().Be((true, "none", 1));
        (pro.TellsOfDebt, pro.Standing, pro.Notices.Count).Should().Be((false, "active", 0));
        free.OpenNotices.Should().BeEmpty();
        pro.OpenNotices.Should().Equal("failed payment");
    }

    [Fact]
    public void An_end_leads_to_Free()
    {
        var books = Pro(58);
        books.Schedule();
        books.Ends.Should().BeTrue();

        books.End(Plans.Free, Noon.AddDays(-5));

        Facts(books).Should().Be(("free", "canceled", 58, 0, new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero)));
        (books.Ends, books.IsCountOpen, books.TellsOfDebt, books.Notices["canceled subscription"]).Should().Be((false, true, false, 1));
    }

    [Fact]
    public void An_end_in_debt_leaves_open_what_is_told()
    {
        var books = Pro(58);
        books.Owe();

        books.End(Plans.Free, Noon);

        (books.IsRenewalOpen, books.TellsOfDebt).Should().Be((false, null));
    }

    // After an end 58 of before, 3 made in January and 1 in February go on as they are, as what this month made, or, where the
    // period began in another one, as none.
    [Theory]
    [InlineData("2027-01-20T00:00:00Z", "2027-01-10T00:00:00Z", 61, 61)]
    [InlineData("2027-01-20T00:00:00Z", "2027-01-10T00:00:00Z", 0, 61)]
    [InlineData("2027-01-20T00:00:00Z", "2026-12-30T00:00:00Z", 0, 0)]
    [InlineData("2027-01-20T00:00:00Z", "2026-12-30T00:00:00Z", 7, 61)]
    [InlineData("2027-02-05T00:00:00Z", "2027-01-10T00:00:00Z", 62, 62)]
    [InlineData("2027-02-05T00:00:00Z", "2027-01-10T00:00:00Z", 1, 1)]
    [InlineData("2027-02-05T00:00:00Z", "2027-01-10T00:00:00Z", 0, 0)]
    [InlineData("2027-02-05T00:00:00Z", "2027-01-10T00:00:00Z", 3, 62)]
    public void An_open_count_is_settled_once_by_what_is_said(string ends, string began, int said, int used)
    {
        var (books, end) = (Pro(58), DateTimeOffset.Parse(ends));
        Make(books, "1 Elm St");
        Make(books, "2 Elm St");
        Make(books, "3 Elm St");
        books.MoveTo(end);
        if (end.Month == 2)
        {
            Make(books, "4 Elm St");
        }

        books.End(Plans.Free, DateTimeOffset.Parse(began));
        books.Settle(said);
        (books.Used, books.IsCountOpen).Should().Be((used, false));
        books.Settle(0);

        books.Used.Should().Be(used);
    }

    [Fact]
    public void What_was_used_in_an_unpaid_month_may_be_over()
    {
        var books = Pro(58);
        books.Owe();
        books.End(Plans.Free, Noon);

        books.Settle(0);

        books.Used.Should().Be(0);
    }

    [Fact]
    public void What_was_made_this_month_counts_though_a_renewal_lies_between()
    {
        var books = Pro(58);
        books.Renew(PaidUntil);
        Make(books, "1 Elm St");

        books.End(Plans.Free, Noon);
        books.Settle(59);

        books.Used.Should().Be(59);
    }

    [Fact]
    public void A_new_month_settles_an_open_count()
    {
        var books = Pro(58);
        books.End(Plans.Free, Noon.AddMonths(-1));

        books.MoveTo(Noon.AddMonths(1));

        (books.Used, books.IsCountOpen).Should().Be((0, false));
    }

    private static Books Free(int used)
    {
        var books = new Books(Plans.Free, Noon);
        books.Begin(used, null);
        return books;
    }

    private static Books Pro(int used)
    {
        var books = new Books(Plans.Named("Pro"), Noon);
        books.Begin(used, PaidUntil);
        return books;
    }

    private static void Make(Books books, string address) =>
        books.Make(new Analysis(null, address, null, null, null, null, null, null, null, null, null, null, null, null, null, null));

    private static (string Tier, string Standing, int Used, int Left, DateTimeOffset ResetsAt) Facts(Books books) =>
        (books.Plan.Tier, books.Standing, books.Used, books.Left, books.ResetsAt);
}
