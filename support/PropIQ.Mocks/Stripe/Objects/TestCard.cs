namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>What a test card does when it is charged.</summary>
internal enum CardBehaviour
{
    Pays,
    Declines,

    /// <summary>Attaches (a first payment at the checkout goes through), but every later charge fails.</summary>
    FailsLater,

    AsksForAuthentication,
}

/// <summary>One of Stripe's test cards.</summary>
internal sealed record TestCard(string Number, CardBehaviour Behaviour, Decline? Decline = null)
{
    private static readonly TestCard[] All =
    [
        new("4242424242424242", CardBehaviour.Pays),
        new("4000000000000002", CardBehaviour.Declines, Decline.For("generic_decline")),
        new("4000000000009995", CardBehaviour.Declines, Decline.For("insufficient_funds")),
        new("4000000000000069", CardBehaviour.Declines, Decline.For("expired_card")),
        new("4000000000000127", CardBehaviour.Declines, Decline.For("incorrect_cvc")),
        new("4000000000000119", CardBehaviour.Declines, Decline.For("processing_error")),
        new("4000000000000341", CardBehaviour.FailsLater, Decline.For("generic_decline")),
        new("4000002500003155", CardBehaviour.AsksForAuthentication, Decline.For("authentication_required")),
    ];

    public static TestCard Good => All[0];

    /// <summary>The card with this number, spaces ignored.</summary>
    /// <exception cref="ArgumentException">It is none of the test cards.</exception>
    public static TestCard Numbered(string number)
    {
        var digits = number.Replace(" ", "", StringComparison.Ordinal);
        return Array.Find(All, card => card.Number == digits)
            ?? throw new ArgumentException($"'{number}' is no test card; known are {string.Join(", ", All.Select(card => card.Number))}.", nameof(number));
    }

    /// <summary>Why a charge fails, or null when it goes through.</summary>
    /// <param name="atCheckout">The customer is there, paying a checkout for the first time.</param>
    /// <param name="setUp">The card was authenticated for later charges.</param>
    public Decline? Charge(bool atCheckout, bool setUp) => Behaviour switch
    {
        CardBehaviour.Pays => null,
        CardBehaviour.FailsLater when atCheckout => null,
        CardBehaviour.AsksForAuthentication when setUp => null,
        _ => Decline,
    };
}
