using PropIQ.Drivers.Attempts;

namespace PropIQ.Drivers.Payments;

/// <summary>What people and time do at Stripe. Where Stripe knows nothing of what PropIQ should have ordered, that is a verdict.</summary>
internal static class AtStripe
{
    /// <summary>Does it, or fails with Stripe's reason. <paramref name="what"/> completes "… should be possible at Stripe".</summary>
    public static async Task<T> DoAsync<T>(string what, Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidOperationException)
        {
            return Verdict.Fail<T>($"{what} should be possible at Stripe, but: {refusal.Message}");
        }
    }

    /// <inheritdoc cref="DoAsync{T}"/>
    public static Task DoAsync(string what, Func<Task> act) => DoAsync(what, async () =>
    {
        await act();
        return true;
    });
}
