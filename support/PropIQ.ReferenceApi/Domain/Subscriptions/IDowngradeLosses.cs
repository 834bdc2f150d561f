using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>What somebody loses by moving to another plan (clause 5.3).</summary>
public interface IDowngradeLosses
{
    /// <summary>One sentence for each loss, with the numbers; none for who loses nothing.</summary>
    /// <param name="from">The plan now.</param>
    /// <param name="to">The plan asked for.</param>
    /// <param name="used">Analyses used in the running period.</param>
    /// <param name="history">Analyses stored.</param>
    IReadOnlyList<string> Of(Plan from, Plan to, int used, int history);
}

/// <summary>History beyond what will be shown (every plan that can be left shows all of it), exports, and what is used over the new limit.</summary>
public sealed class DowngradeLosses : IDowngradeLosses
{
    /// <inheritdoc />
    public IReadOnlyList<string> Of(Plan from, Plan to, int used, int history)
    {
        var losses = new List<string>();
        if (history > to.HistoryShown)
        {
            losses.Add($"{PaymentWording.Analyses(history - to.HistoryShown.Value)} will be hidden");
        }

        if (from.Exports && !to.Exports)
        {
            losses.Add("Exports will stop");
        }

        if (used > to.Analyses)
        {
            losses.Add($"You have used {used} of the new limit of {to.Analyses}");
        }

        return losses;
    }
}
