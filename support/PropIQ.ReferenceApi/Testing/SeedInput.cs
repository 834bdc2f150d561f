using System.Globalization;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Reads what a user to be seeded is to be like.</summary>
public sealed class SeedInput(AccountInput accounts)
{
    private const string Code = "validation_failed";
    private const int MostHistory = 10_000;

    /// <summary>The order, its blanks filled in at the user's own time; 422 with <c>errors</c> otherwise.</summary>
    public SeedOrder Read(JsonBody body, Func<string, DateTimeOffset> clock)
    {
        var account = accounts.ReadSignUp(body);
        var errors = new FieldErrors();
        var plan = Plan.Named(body.Text("tier").Value ?? "");
        var used = ReadCount(body, "analyses_used", 0, errors);
        var history = ReadCount(body, "history", used, errors);
        errors.Add("tier", plan is null ? "The tier must be free, starter, pro or elite." : null);
        errors.Add("history", history < used ? "The history cannot be shorter than the analyses used." : null);
        errors.ThrowIfAny(Code);

        var now = clock(account.Email);
        var subscription = ReadSubscription(body, plan!.Tier, now);
        return new SeedOrder(
            account.Email,
            account.Password,
            account.FirstName,
            account.LastName,
            plan.Tier,
            used,
            history,
            plan.Tier == Tier.Free ? MonthOf(now) : subscription!.CurrentPeriodStart,
            now,
            subscription);
    }

    private static int ReadCount(JsonBody body, string name, int otherwise, FieldErrors errors)
    {
        var field = body.Integer(name);
        errors.Add(name, field.IsWrong || field.Value is < 0 or > MostHistory ? $"A whole number from 0 to {MostHistory} is needed." : null);
        return field.IsGiven ? field.Value : otherwise;
    }

    private static SubscriptionOrder? ReadSubscription(JsonBody body, Tier tier, DateTimeOffset now)
    {
        var given = body.Object("subscription");
        if (given.IsGiven)
        {
            return ReadGiven(given.Value!, tier, now);
        }

        // Made up where a paid plan comes without one: it renews a month after the 1st of this one.
        var mark = Guid.NewGuid().ToString("N");
        var start = MonthOf(now);
        return tier == Tier.Free
            ? null
            : new SubscriptionOrder(Guid.Empty, tier, $"cus_seed_{mark}", $"sub_seed_{mark}", start, start.AddMonths(1), "active", false, now);
    }

    private static SubscriptionOrder ReadGiven(JsonBody given, Tier tier, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var customer = Text(given, "customer_id", errors);
        var id = Text(given, "subscription_id", errors);
        var start = Time(given, "current_period_start", errors);
        var end = Time(given, "current_period_end", errors);
        var status = given.Text("status").Value ?? "active";
        errors.Add("subscription.status", status is "active" or "past_due" or "canceled" ? null : "active, past_due or canceled.");
        errors.ThrowIfAny(Code);
        return new SubscriptionOrder(Guid.Empty, tier, customer, id, start, end, status, given.Flag("cancel_at_period_end").Value, now);
    }

    private static string Text(JsonBody given, string name, FieldErrors errors)
    {
        var value = given.Text(name).Value;
        errors.Add($"subscription.{name}", string.IsNullOrWhiteSpace(value) || value.Contains('\0') ? "Text is needed." : null);
        return value ?? "";
    }

    private static DateTimeOffset Time(JsonBody given, string name, FieldErrors errors)
    {
        var read = DateTimeOffset.TryParse(
            given.Text(name).Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        errors.Add($"subscription.{name}", read ? null : "A time such as 2026-06-15T12:00:00Z is needed.");
        return MachineClock.Whole(time);
    }

    private static DateTimeOffset MonthOf(DateTimeOffset now) => new(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
}
