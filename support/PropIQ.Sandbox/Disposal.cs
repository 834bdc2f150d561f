namespace PropIQ.Sandbox;

/// <summary>Takes down what came up, where something else did not.</summary>
internal static class Disposal
{
    /// <summary>Waits for a start and disposes of what came of it; what kept it from coming up is told elsewhere.</summary>
    public static async Task OfStartedAsync<T>(Task<T> starting)
        where T : IAsyncDisposable
    {
        await ((Task)starting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (starting.IsCompletedSuccessfully)
        {
            await (await starting).DisposeAsync();
        }
    }
}
