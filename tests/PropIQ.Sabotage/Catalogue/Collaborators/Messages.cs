using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>Slack and the mailer hear too much, too little, or at the wrong time.</summary>
internal static class Messages
{
    private static readonly string[] Slack = ["slack_new_signup", "slack_recurring_payment", "slack_payment_failed", "slack_subscription_canceled"];

    public static IReadOnlyList<Saboteur> All =>
    [
        new("slack_told_twice", "The team hears of each sale twice.")
        {
            Cases = Slack,
            Clauses = ["8.3"],
            Host = Telling(async (real, transaction, user, notice, stop) =>
            {
                await real.WriteAsync(transaction, user, notice, stop);
                await real.WriteAsync(transaction, user, notice, stop);
            }),
        },
        new("slack_told_late", "The team hears of a sale in the next hour.")
        {
            Cases = [.. Slack, "crash_before_slack"],
            Clauses = ["8.3"],
            Host = Sending(async (real, transaction, channel, user, payload, stop) =>
            {
                await real.EnqueueAsync(transaction, channel, user, payload, stop);
                if (channel == OutboxChannel.Slack)
                {
                    await Dapper.SqlMapper.ExecuteAsync(
                        transaction.Connection!, "update outbox set held_until = now() + interval '1 hour' where user_id = @user and channel = 'slack'", new { user }, transaction);
                }
            }),
        },
        new("slack_told_of_what_was_rolled_back", "The team hears of a sale before it is stored, and of one that never is.")
        {
            Cases = ["webhook_during_own_failure"],
            Clauses = ["8.7"],
            Host = host => host.Twist<ReferenceApi.Subscriptions.Webhook.IEventHandling>(
                nameof(ReferenceApi.Subscriptions.Webhook.IEventHandling.HandleAsync),
                (real, provider) => async (ReferenceApi.Subscriptions.Webhook.StripeEvent it, CancellationToken stop) =>
                {
                    if (it.Type == "invoice.payment_succeeded")
                    {
                        var payload = JsonSerializer.Serialize(new { text = $"Recurring payment: {await provider.PayerAsync(it)}" }, Json.Options);
                        await provider.GetRequiredService<IOutboxSender>().SendAsync(OutboxChannel.Slack, new OutboxMessage(0, Guid.Empty, "slack", payload, 1), stop);
                    }

                    await real.HandleAsync(it, stop);
                }),
        },
        new("slack_down_breaks_checkout", "When Slack is down, nobody can become a customer.")
        {
            Cases = ["slack_down"],
            Clauses = ["8.7"],
            Host = Bypassing(OutboxChannel.Slack, fails: true),
        },
        new("slack_told_once_and_never_again", "What Slack did not take at once is never told.")
        {
            Cases = ["slack_down"],
            Clauses = ["8.7"],
            Host = Trying(OutboxChannel.Slack),
        },
        new("slack_told_from_memory", "What Slack has not heard is forgotten in a crash.")
        {
            Cases = ["crash_before_slack"],
            Clauses = ["8.7"],
            Host = host => host.AddHostedService(services => new ForgetfulStart(services, slack: true)),
        },
        new("welcomes_and_records_told_from_memory", "Welcomes and records that nobody has taken are forgotten in a crash.")
        {
            Cases = ["mailer_down", "wandb_down"],
            Clauses = ["8.7"],
            Host = host => host.AddHostedService(services => new ForgetfulStart(services, slack: false)),
        },
        new("slack_not_told_who", "Slack's messages do not name the customer.")
        {
            Cases = Slack,
            Clauses = ["8.3"],
            Host = Wording((real, notice) => real.Of(notice).Replace(notice.Email, "somebody", StringComparison.Ordinal)),
        },
        new("slack_told_of_a_cancellation_as_a_signup", "A goodbye is announced as a sale.")
        {
            Cases = ["slack_subscription_canceled"],
            Clauses = ["8.3"],
            Host = Wording((real, notice) => notice is Notice.SubscriptionCanceled gone ? real.Of(new Notice.NewSignup(gone.Email, gone.Tier)) : real.Of(notice)),
        },
        new("slack_not_told_of_failed_cards", "Nobody hears that a customer's card has failed.")
        {
            Cases = ["slack_payment_failed", "card_asks_for_authentication"],
            Clauses = ["8.3"],
            Host = Telling((real, transaction, user, notice, stop) =>
                notice is Notice.PaymentFailed ? Task.CompletedTask : real.WriteAsync(transaction, user, notice, stop)),
        },
        new("slack_not_told_of_renewals", "Nobody hears that a customer stays.")
        {
            Cases = ["slack_recurring_payment", "repeated_renewal", "webhook_duplicates_at_once"],
            Clauses = ["8.3"],
            Host = Telling((real, transaction, user, notice, stop) =>
                notice is Notice.RecurringPayment ? Task.CompletedTask : real.WriteAsync(transaction, user, notice, stop)),
        },
        new("nobody_is_welcomed", "A newcomer gets no welcome.")
        {
            Cases = ["new_user_onboarding_email", "test_bench_waits_for_messages", "mailer_down", "signup_race"],
            Clauses = ["8.4"],
            Host = Sending((real, transaction, channel, user, payload, stop) =>
                channel == OutboxChannel.Email ? Task.CompletedTask : real.EnqueueAsync(transaction, channel, user, payload, stop)),
        },
        new("welcomed_twice", "A newcomer gets two welcomes.")
        {
            Cases = ["new_user_onboarding_email", "test_bench_waits_for_messages", "signup_race"],
            Clauses = ["8.4"],
            Host = Sending(async (real, transaction, channel, user, payload, stop) =>
            {
                await real.EnqueueAsync(transaction, channel, user, payload, stop);
                if (channel == OutboxChannel.Email)
                {
                    await real.EnqueueAsync(transaction, channel, user, payload, stop);
                }
            }),
        },
        new("welcome_goes_elsewhere", "The welcome goes to another address.")
        {
            Cases = ["new_user_onboarding_email"],
            Clauses = ["8.4"],
            Host = host => host.Twist<IOnboardingEmail>(nameof(IOnboardingEmail.Compose), real => (string email, string? name) => real.Compose("x" + email, name)),
        },
        new("mailer_down_breaks_signup", "When the mailer is down, nobody can sign up.")
        {
            Cases = ["mailer_down"],
            Clauses = ["8.7"],
            Host = Bypassing(OutboxChannel.Email, fails: true),
        },
        new("welcome_tried_once", "A welcome that the mailer did not take is never sent.")
        {
            Cases = ["mailer_down"],
            Clauses = ["8.4", "8.7"],
            Host = Trying(OutboxChannel.Email),
        },
    ];

    private static Action<IServiceCollection> Telling(Func<INotices, NpgsqlTransaction, Guid, Notice, CancellationToken, Task> instead) => host => host.Twist<INotices>(
        nameof(INotices.WriteAsync),
        real => (NpgsqlTransaction transaction, Guid user, Notice notice, CancellationToken stop) => instead(real, transaction, user, notice, stop));

    private static async Task<string> PayerAsync(this IServiceProvider services, ReferenceApi.Subscriptions.Webhook.StripeEvent it)
    {
        var customer = it.Object.TryGetProperty("customer", out var id) ? id.GetString() : null;
        return (await services.ReadAsync<string>($"select email from users where stripe_customer_id = '{customer}'")).FirstOrDefault() ?? "somebody";
    }

    private static Action<IServiceCollection> Wording(Func<INoticeWording, Notice, string> instead) =>
        host => host.Twist<INoticeWording>(nameof(INoticeWording.Of), real => (Notice notice) => instead(real, notice));

    internal static Action<IServiceCollection> Sending(Func<IOutbox, NpgsqlTransaction, OutboxChannel, Guid, string, CancellationToken, Task> instead) => host => host.Twist<IOutbox>(
        nameof(IOutbox.EnqueueAsync),
        real => (NpgsqlTransaction transaction, OutboxChannel channel, Guid user, string payload, CancellationToken stop) => instead(real, transaction, channel, user, payload, stop));

    // Sent in the midst of the transaction, once; the transaction fails with it, or the message is lost.
    internal static Action<IServiceCollection> Bypassing(OutboxChannel bypassed, bool fails) => host => host.Twist<IOutbox>(
        nameof(IOutbox.EnqueueAsync),
        (real, provider) => async (NpgsqlTransaction transaction, OutboxChannel channel, Guid user, string payload, CancellationToken stop) =>
        {
            if (channel != bypassed)
            {
                await real.EnqueueAsync(transaction, channel, user, payload, stop);
                return;
            }

            var sent = await provider.GetRequiredService<IOutboxSender>().SendAsync(channel, new OutboxMessage(0, user, OutboxRoutes.NameOf(channel), payload, 1), stop);
            if (fails && !sent)
            {
                throw new Refusal(503, "unavailable", "A message could not be sent.");
            }
        });

    // Whether it was taken or not, it is not sent again.
    private static Action<IServiceCollection> Trying(OutboxChannel once) => host => host.Twist<IOutboxSender>(
        nameof(IOutboxSender.SendAsync),
        real => async (OutboxChannel channel, OutboxMessage message, CancellationToken stop) => await real.SendAsync(channel, message, stop) || channel == once);

    private sealed class ForgetfulStart(IServiceProvider services, bool slack) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => services.ExecuteAsync("delete from outbox where (channel = 'slack') = @slack", new { slack });

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
