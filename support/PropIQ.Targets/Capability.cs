namespace PropIQ.Targets;

/// <summary>
/// The names of what a scenario may need beyond PropIQ's public calls, as in <c>@needs:…</c>, and where each comes from.
/// </summary>
public static class Capability
{
    /// <summary>Users can be put in place (contract, 10.1): the testing interface.</summary>
    public const string UserSeeding = "user-seeding";

    /// <summary>One user's clock can be moved (10.2): the testing interface.</summary>
    public const string Clock = "clock";

    /// <summary>A user's rows can be held locked (10.3): the testing interface.</summary>
    public const string DatabaseStall = "database-stall";

    /// <summary>The outbox can be drained (10.4): the testing interface.</summary>
    public const string Outbox = "outbox";

    /// <summary>The target's Stripe is our mock: its director is at hand.</summary>
    public const string StripeMock = "stripe-mock";

    /// <summary>The target's Azure OpenAI is our mock.</summary>
    public const string OpenAiFaults = "openai-faults";

    /// <summary>The target's Slack is our mock.</summary>
    public const string SlackMock = "slack-mock";

    /// <summary>The target's SendGrid is our mock.</summary>
    public const string EmailMock = "email-mock";

    /// <summary>The target's Weights &amp; Biases is our mock.</summary>
    public const string WandbMock = "wandb-mock";

    /// <summary>The secret that signs webhooks is known.</summary>
    public const string WebhookSecret = "webhook-secret";

    /// <summary>The key that signs access tokens is known.</summary>
    public const string TokenSecret = "token-secret";

    /// <summary>A PropIQ can be had whose surroundings may be broken, and which may be crashed: the sandbox runs it.</summary>
    public const string OwnHost = "own-host";

    /// <summary>Limits that count by client address see different addresses: the target is on this machine, under Linux.</summary>
    public const string SourceAddresses = "source-addresses";

    /// <summary>The plans are those of the contract, number by number.</summary>
    public const string ContractPlans = "contract-plans";

    /// <summary>A PropIQ can be had that keeps passwords so that looking at one takes a time that can be measured: the sandbox's own.</summary>
    public const string StrongHashing = "strong-hashing";

    /// <summary>People can be brought to a paid plan. Nobody need declare it: it is there with any of what <see cref="MeetPaidPlans"/> names.</summary>
    public const string PaidPlans = "paid-plans";

    /// <summary>Whoever has one of these can bring people to a paid plan: put them there, pay at the mock Stripe, or speak in Stripe's name.</summary>
    public static readonly IReadOnlyList<string> MeetPaidPlans = [UserSeeding, StripeMock, WebhookSecret];

    /// <summary>What the testing interface offers (contract, section 10).</summary>
    public static readonly IReadOnlyList<string> OfTesting = [UserSeeding, Clock, DatabaseStall, Outbox];

    /// <summary>What the director of the mocks offers.</summary>
    public static readonly IReadOnlyList<string> OfDirector = [StripeMock, OpenAiFaults, SlackMock, EmailMock, WandbMock];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. OfTesting, .. OfDirector, WebhookSecret, TokenSecret, OwnHost, StrongHashing, SourceAddresses, ContractPlans,
    ];

    /// <summary>True when what a scenario needs is among what is offered, itself or by what meets it.</summary>
    public static bool IsMet(string need, IReadOnlySet<string> offered) =>
        offered.Contains(need) || (need == PaidPlans && MeetPaidPlans.Any(offered.Contains));
}
