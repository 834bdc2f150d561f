using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe.Clock;

namespace PropIQ.Mocks.Stripe.State;

/// <summary>What is kept per e-mail, also before there is a customer: the clock, the calls and their failing, the events.</summary>
internal sealed class CustomerLedger(string email, TimeProvider machine)
{
    public string Email { get; } = email;

    public CustomerClock Clock { get; } = new(machine);

    public List<StripeCall> Calls { get; } = [];

    public List<StripeEvent> Events { get; } = [];

    /// <summary>How calls fail, null when they do not.</summary>
    public CallFault? Fault { get; set; }
}

/// <summary>Calls, or only those that end a subscription, are answered with <paramref name="Status"/>; null loses the answer.</summary>
internal sealed record CallFault(int? Status, bool EndingsOnly)
{
    public bool Meets(MockRequest request) => !EndingsOnly || request.Method == "DELETE";
}
