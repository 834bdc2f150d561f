using System.Globalization;
using PropIQ.Drivers.Payments;
using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Turns amounts and times of day as people write them into numbers.</summary>
[Binding]
public sealed class Figures
{
    /// <summary>{money}: $1,850,000 or $69.50.</summary>
    [StepArgumentTransformation(@"(-?\$[\d,]+(?:\.\d+)?)", Name = "money")]
    public decimal Money(string amount) => decimal.Parse(amount.Replace("$", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>{time}: 19:30 or 19:29:59.</summary>
    [StepArgumentTransformation(@"(\d\d:\d\d(?::\d\d)?)", Name = "time")]
    public TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);

    /// <summary>A table's "0.6 s".</summary>
    public static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text.Replace(" s", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    /// <summary>A table's "20".</summary>
    public static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>{device}: what a person uses PropIQ from.</summary>
    [StepArgumentTransformation("(laptop|phone|tablet|office computer|television)", Name = "device")]
    public string Device(string name) => name;

    /// <summary>{figure}: a figure of a deal, by its name in the glossary.</summary>
    [StepArgumentTransformation("(loan amount|down payment|monthly payment|net operating income|monthly cash flow|annual cash flow|cap rate|cash-on-cash return|debt service coverage|gross rent multiplier|1 % rule|break-even occupancy|property tax|deal score|deal rating)", Name = "figure")]
    public DealFigure Figure(string name) => new(name);

    /// <summary>{card}: one of Stripe's test cards.</summary>
    [StepArgumentTransformation("(a good card|a declined card|a card without funds|an expired card|a card with a wrong security code|a card that cannot be processed|a card that fails later|a card that asks for authentication)", Name = "card")]
    public PaymentCard Card(string name) => new(name);

    /// <summary>{news}: what Stripe tells of a plan.</summary>
    [StepArgumentTransformation("(the purchase|a renewal|a first payment|a payment for a change|a failed payment for a change|a failed payment|a move to Starter|a move to Elite|the end)", Name = "news")]
    public News StripeNews(string name) => News.Named(name);

    /// <summary>{spelling}: another way to write the same address.</summary>
    [StepArgumentTransformation("(in capitals|in small letters|with spaces around it|with its accents typed separately)", Name = "spelling")]
    public Spelling Spelling(string how) => new(how);

    /// <summary>{notice}: what Slack is told.</summary>
    [StepArgumentTransformation("(new signup|recurring payment|failed payment|canceled subscription)", Name = "notice")]
    public SlackNotice Notice(string name) => new(name);
}

/// <summary>A figure of a deal.</summary>
public sealed record DealFigure(string Name);

/// <summary>A card to pay with.</summary>
public sealed record PaymentCard(string Name);

/// <summary>A kind of message in Slack.</summary>
public sealed record SlackNotice(string Name);

/// <summary>A way to write an address.</summary>
public sealed record Spelling(string How);
