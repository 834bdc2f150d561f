using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>Whatever Stripe keeps under an id. Times are whole seconds.</summary>
internal abstract class StripeObject(string id, DateTimeOffset created)
{
    public string Id { get; } = id;

    public DateTimeOffset Created { get; } = created;

    /// <summary>The object as the API shows it; a new tree each time.</summary>
    public abstract JsonObject ToJson();
}
