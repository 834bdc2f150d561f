using System.Net;
using FluentAssertions;
using PropIQ.Mocks.Stripe;
using PropIQ.Mocks.Stripe.Events;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>Deliveries to the webhook: retries, the log, copies, time-outs.</summary>
public sealed class DeliveryTests
{
    private static readonly int[] Pauses = [200, 600, 1_800, 5_400, 16_200, 48_600];

    private static async Task PassAsync(StripeRig rig, int milliseconds)
    {
        var pause = TimeSpan.FromMilliseconds(milliseconds);
        await Eventually.TrueAsync(() => rig.Time.IsAwaited(pause), $"a retry is due in {milliseconds} ms");
        rig.Time.Advance(pause);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_is_tried_again_after_growing_pauses()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        rig.Webhook.AnswerWith(500);

        await rig.Mock.EndAsync(subscription.Id, StripeRig.Token);
        foreach (var pause in Pauses)
        {
            await PassAsync(rig, pause);
        }

        await rig.Mock.WhenIdleAsync(StripeRig.Token);
        rig.Time.AnyoneWaits().Should().BeFalse("after the last retry nothing follows");
        var attempts = (await rig.Mock.DeliveriesAsync(StripeRig.Email, StripeRig.Token)).Where(attempt => attempt.Type == "customer.subscription.deleted").ToList();
        attempts.Select(attempt => attempt.Attempt).Should().Equal(1, 2, 3, 4, 5, 6, 7);
        attempts.Should().OnlyContain(attempt => attempt.Status == 500 && attempt.ResponseBody == "answer");
        attempts.Zip(attempts.Skip(1), (one, next) => (int)(next.At - one.At).TotalMilliseconds).Should().Equal(Pauses);
    }

    [Fact]
    public async Task Retries_end_when_the_event_is_taken_and_are_signed_anew()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        rig.Time.Advance(TimeSpan.FromMilliseconds(900));
        rig.Webhook.Answer = (_, before, _) => Task.FromResult(new WebhookAnswer(before < 5 ? 503 : 204, ""));

        await rig.Mock.EndAsync(subscription.Id, StripeRig.Token);
        await PassAsync(rig, 200);
        await PassAsync(rig, 600);
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        var arrivals = rig.Webhook.Arrivals.Skip(3).ToList();
        arrivals.Select(arrival => arrival.Body).Distinct().Should().ContainSingle();
        arrivals.Select(arrival => arrival.Signature).Should().HaveCount(3).And.OnlyContain(signature => signature!.StartsWith("t=", StringComparison.Ordinal));
        arrivals[2].Signature.Should().NotBe(arrivals[0].Signature);
        (await rig.Mock.DeliveriesAsync(StripeRig.Email, StripeRig.Token)).Skip(3).Select(attempt => attempt.Status).Should().Equal(503, 503, 204);
    }

    [Fact]
    public async Task A_first_answer_is_enough_to_return()
    {
        await using var rig = await StripeRig.StartAsync();
        rig.Webhook.AnswerWith(500);

        (await rig.PayAsync(await rig.SessionAsync())).Succeeded.Should().BeTrue();

        rig.Webhook.Arrivals.Should().HaveCount(3, "all three were tried, and none of the retries waited for");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    public async Task Whatever_is_not_2xx_is_tried_again(int status)
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        rig.Webhook.AnswerWith(status);

        await rig.Mock.EndAsync(subscription.Id, StripeRig.Token);

        await Eventually.TrueAsync(() => rig.Time.IsAwaited(TimeSpan.FromMilliseconds(200)), "a retry is due");
    }

    [Fact]
    public async Task Nobody_answering_is_status_0_and_tried_again()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        rig.Webhook.Answer = (_, before, _) => before == 3 ? throw new HttpRequestException("refused") : Task.FromResult(new WebhookAnswer(200, ""));

        await rig.Mock.EndAsync(subscription.Id, StripeRig.Token);
        await PassAsync(rig, 200);
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        (await rig.Mock.DeliveriesAsync(StripeRig.Email, StripeRig.Token)).Skip(3).Select(attempt => attempt.Status).Should().Equal(0, 200);
    }

    [Fact]
    public async Task A_webhook_that_takes_10_seconds_has_not_answered()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.CustomerAsync();
        var kept = await rig.Mock.ComposeAsync(StripeRig.Email, "invoice.payment_failed", new StripeEventChanges(), StripeRig.Token);
        rig.Webhook.Answer = async (_, _, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException("never");
        };

        var delivery = rig.Mock.DeliverAsync(kept.Id, new Signing(), 1, StripeRig.Token);
        await PassAsync(rig, 10_000);

        (await delivery).Single().Status.Should().Be(0);
    }

    [Fact]
    public async Task What_is_delivered_on_demand_is_not_tried_again()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.CustomerAsync();
        var kept = await rig.Mock.ComposeAsync(StripeRig.Email, "invoice.payment_failed", new StripeEventChanges(), StripeRig.Token);
        rig.Webhook.AnswerWith(400);

        var attempts = await rig.Mock.DeliverAsync(kept.Id, new Signing(Forgery: Forgery.Garbled), 1, StripeRig.Token);
        await rig.Mock.WhenIdleAsync(StripeRig.Token);

        attempts.Should().ContainSingle().Which.Status.Should().Be(400);
        rig.Time.AnyoneWaits().Should().BeFalse();
    }

    [Fact]
    public async Task Copies_arrive_at_the_same_instant()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.PayAsync(await rig.SessionAsync(), delivery: Delivery.Held);
        var kept = (await rig.Mock.EventsAsync(StripeRig.Email, StripeRig.Token))[0];
        var everybodyIsHere = new TaskCompletionSource();
        rig.Webhook.Answer = async (_, before, _) =>
        {
            if (before == 4)
            {
                everybodyIsHere.SetResult();
            }

            await everybodyIsHere.Task.WaitAsync(TimeSpan.FromSeconds(10), StripeRig.Token);
            return new(200, "");
        };

        var attempts = await rig.Mock.DeliverAsync(kept.Id, new Signing(), 5, StripeRig.Token);

        attempts.Select(attempt => attempt.Attempt).Should().BeEquivalentTo([1, 2, 3, 4, 5]);
        rig.Webhook.Arrivals.Select(arrival => arrival.Body).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task The_log_is_kept_by_customer_whatever_the_case()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.PayAsync(await rig.SessionAsync());
        await rig.PayAsync(await rig.SessionAsync(email: "other@b.test"));

        var mine = await rig.Mock.DeliveriesAsync(StripeRig.Email.ToUpperInvariant(), StripeRig.Token);

        mine.Should().HaveCount(3).And.OnlyContain(attempt => attempt.Attempt == 1 && attempt.Status == 200 && attempt.At == StripeRig.Start);
    }

    [Fact]
    public async Task Disposing_ends_the_retries()
    {
        var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();
        rig.Webhook.AnswerWith(500);
        await rig.Mock.EndAsync(subscription.Id, StripeRig.Token);
        await Eventually.TrueAsync(() => rig.Time.IsAwaited(TimeSpan.FromMilliseconds(200)), "a retry is due");

        await rig.DisposeAsync();
        rig.Time.Advance(TimeSpan.FromMinutes(5));

        rig.Webhook.Arrivals.Should().HaveCount(4);
    }

    [Fact]
    public async Task Without_a_webhook_events_are_made_and_none_is_sent()
    {
        await using var mock = new StripeMock(new StripeMockOptions(), new FakeWebhook());
        await mock.SeedSubscriptionAsync(StripeRig.Email, "pro", StripeRig.Start, StripeRig.Start.AddMonths(1), StripeRig.Token);

        await mock.FailPaymentAsync(StripeRig.Email, "expired_card", StripeRig.Token);
        var send = () => mock.SendAsync(StripeRig.Email, "invoice.payment_failed", "pro", 99, null, StripeRig.Token);

        (await mock.EventsAsync(StripeRig.Email, StripeRig.Token)).Should().NotBeEmpty();
        (await mock.DeliveriesAsync(StripeRig.Email, StripeRig.Token)).Should().BeEmpty();
        await send.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Over_http_the_body_and_the_signature_arrive_as_they_are()
    {
        using var handler = new RecordingHandler();
        using var post = new HttpWebhookPost(handler);

        var answer = await post.PostAsync(new Uri("http://propiq.test/stripe/webhook"), "{\"é\": 1}", "t=1,v1=ab", StripeRig.Token);
        await post.PostAsync(new Uri("http://propiq.test/stripe/webhook"), "{}", null, StripeRig.Token);

        answer.Should().Be(new WebhookAnswer(302, "moved"));
        handler.Seen[0].Should().Be(("POST", "application/json; charset=utf-8", "t=1,v1=ab", "{\"é\": 1}"));
        handler.Seen[1].Signature.Should().BeNull();
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public List<(string Method, string? ContentType, string? Signature, string Body)> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var signature = request.Headers.TryGetValues("Stripe-Signature", out var values) ? values.Single() : null;
            Seen.Add((request.Method.Method, request.Content!.Headers.ContentType!.ToString(), signature, await request.Content.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.Redirect) { Content = new StringContent("moved") };
        }
    }
}
