using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>What may become of a wish for another plan, without a checkout (clause 5.3).</summary>
public interface IPlanChangePolicy
{
    /// <summary>What to do when somebody on <paramref name="from"/> asks for <paramref name="to"/>.</summary>
    PlanChangeVerdict Judge(Tier from, Tier to);

    /// <summary>Whether the answer is a question first: something would be lost, and nobody has said yes to that.</summary>
    bool AsksFirst(IReadOnlyList<string> losses, bool confirmed);
}

/// <summary>What to do about a wish for another plan.</summary>
public enum PlanChangeVerdict
{
    /// <summary>Refuse: it is the plan already.</summary>
    AlreadyThere,

    /// <summary>Refuse: there is no subscription to change; it begins with a checkout.</summary>
    NeedsCheckout,

    /// <summary>Change the subscription's price at once.</summary>
    ChangeNow,

    /// <summary>Let the subscription end with its period.</summary>
    EndWithPeriod,
}

/// <summary>Between paid plans at once; to free with the period's end; what loses something only once it is confirmed.</summary>
public sealed class PlanChangePolicy : IPlanChangePolicy
{
    /// <inheritdoc />
    public PlanChangeVerdict Judge(Tier from, Tier to) => (from, to) switch
    {
        _ when from == to => PlanChangeVerdict.AlreadyThere,
        (Tier.Free, _) => PlanChangeVerdict.NeedsCheckout,
        (_, Tier.Free) => PlanChangeVerdict.EndWithPeriod,
        _ => PlanChangeVerdict.ChangeNow,
    };

    /// <inheritdoc />
    public bool AsksFirst(IReadOnlyList<string> losses, bool confirmed) => losses.Count > 0 && !confirmed;
}
