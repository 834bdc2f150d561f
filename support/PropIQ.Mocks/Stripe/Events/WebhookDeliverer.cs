namespace PropIQ.Mocks.Stripe.Events;

/// <summary>
/// Brings events to the webhook. An event that was sent and not answered 2xx is tried again after growing pauses, in the
/// background, signed anew each time; one that was delivered on demand is not.
/// </summary>
internal sealed class WebhookDeliverer(StripeMockOptions options, IWebhookPost post, DeliveryLog log) : IAsyncDisposable
{
    private readonly CancellationTokenSource _life = new();
    private readonly BackgroundWork _background = new();
    private volatile Endpoint? _endpoint;

    public void SetEndpoint(Uri url, string secret) => _endpoint = new Endpoint(url, secret);

    /// <summary>Whether there is a webhook to deliver to.</summary>
    public bool HasEndpoint => _endpoint is not null;

    /// <summary>Sends events in the asked order; done when each has had its first answer. Without a webhook, nothing is sent.</summary>
    public async Task SendAsync(string email, IReadOnlyList<StripeEvent> events, Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery == Delivery.Held || !HasEndpoint)
        {
            return;
        }

        if (delivery == Delivery.AtOnce)
        {
            await Task.WhenAll(events.Select(sent => SendAsync(email, sent, cancellationToken))).ConfigureAwait(false);
            return;
        }

        foreach (var sent in delivery == Delivery.Reversed ? events.Reverse() : events)
        {
            await SendAsync(email, sent, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends what a call of PropIQ's brought about without keeping that call waiting.</summary>
    public void SendInBackground(string email, IReadOnlyList<StripeEvent> events) =>
        _background.Run(() => SendAsync(email, events, Delivery.InOrder, _life.Token));

    /// <summary>One attempt, with no retries.</summary>
    public async Task<DeliveryAttempt> AttemptAsync(string email, StripeEvent sent, Signing signing, CancellationToken cancellationToken)
    {
        var endpoint = _endpoint ?? throw new InvalidOperationException("The mock Stripe has not been told the webhook's address.");
        var now = options.Time.GetUtcNow();
        var signed = EventSigner.Sign(sent.Json, endpoint.Secret, now, signing);
        var entry = log.Begin(email, sent, now);
        using var timeout = new CancellationTokenSource(options.DeliveryTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken, _life.Token);
        try
        {
            var answer = await post.PostAsync(endpoint.Url, signed.Body, signed.Signature, either.Token).ConfigureAwait(false);
            return log.End(entry, answer.Status, answer.Body);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && timeout.IsCancellationRequested))
        {
            return log.End(entry, 0, "");
        }
    }

    /// <summary>Waits until nothing is being sent in the background, retries included.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => _background.WhenIdleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync().ConfigureAwait(false);
        await _background.WhenIdleAsync(CancellationToken.None).ConfigureAwait(false);
        _life.Dispose();
    }

    private async Task SendAsync(string email, StripeEvent sent, CancellationToken cancellationToken)
    {
        var attempt = await AttemptAsync(email, sent, new Signing(), cancellationToken).ConfigureAwait(false);
        if (!Arrived(attempt))
        {
            _background.Run(() => RetryAsync(email, sent, _life.Token));
        }
    }

    private async Task RetryAsync(string email, StripeEvent sent, CancellationToken cancellationToken)
    {
        var pause = options.FirstRetryPause;
        for (var retry = 0; retry < options.MaxRetries; retry++)
        {
            await Task.Delay(pause, options.Time, cancellationToken).ConfigureAwait(false);
            if (Arrived(await AttemptAsync(email, sent, new Signing(), cancellationToken).ConfigureAwait(false)))
            {
                return;
            }

            pause *= options.RetryFactor;
        }
    }

    private static bool Arrived(DeliveryAttempt attempt) => attempt.Status is >= 200 and < 300;

    private sealed record Endpoint(Uri Url, string Secret);
}
