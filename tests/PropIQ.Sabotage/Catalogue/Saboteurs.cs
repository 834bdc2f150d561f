using PropIQ.Sabotage.Catalogue.Accounts;
using PropIQ.Sabotage.Catalogue.Allowance;
using PropIQ.Sabotage.Catalogue.Calculator;
using PropIQ.Sabotage.Catalogue.Collaborators;
using PropIQ.Sabotage.Catalogue.Duplicates;
using PropIQ.Sabotage.Catalogue.Limits;
using PropIQ.Sabotage.Catalogue.Looking;
using PropIQ.Sabotage.Catalogue.Money;
using PropIQ.Sabotage.Catalogue.Serving;
using PropIQ.Sabotage.Catalogue.Sessions;
using PropIQ.Sabotage.Catalogue.Validation;

namespace PropIQ.Sabotage.Catalogue;

/// <summary>All saboteurs, by areas of the business.</summary>
public static class Saboteurs
{
    /// <summary>The catalogue. First who breaks nothing: what turns red for him is a false alarm.</summary>
    public static IReadOnlyList<Saboteur> All { get; } =
    [
        new("does_nothing", "Nothing is wrong at all.") { Area = "control" },
        .. In("allowance", Blocks.All, Bursts.All, WarningTexts.All, Periods.All, MovedCounts.All, Meanwhile.All),
        .. In("duplicates", Repetitions.All, Clicks.All, Meetings.All),
        .. In("money", Checkouts.All, FormerPlans.All, RenewalFaults.All, FailedRenewals.All, PlanChangeFaults.All, Confirmations.All, Neighbours.All),
        .. In("webhooks", Webhooks.All, Signatures.All, OurFailures.All),
        .. In("sessions", Lifetimes.All, Idleness.All, SparedNotes.All, Renewing.All, Remainders.All, OldTokens.All, StrayTokens.All, Revivals.All, Forgeries.All, SideDoors.All),
        .. In("accounts", DoorFaults.All, Logins.All, RefusalOrder.All, SigningUp.All),
        .. In("data", Histories.All, HiddenHistories.All, RememberedPlans.All, Comparisons.All, Exports.All, Spreadsheets.All, Unusual.All),
        .. In("validation", Addresses.All, OddTexts.All, Requests.All),
        .. In("calculator", Figures.All, Judging.All, Roundings.All),
        .. In("collaborators", Messages.All, AiFaults.All, AiPlaces.All, Records.All, Retries.All, Rejections.All, Addressees.All, SecondTidings.All),
        .. In("limits", Hurry.All, Weights.All),
        .. In("chat", Chats.All, Conversations.All, Aftermaths.All),
        .. In("operation", RunningFaults.All, Benches.All),
    ];

    private static IEnumerable<Saboteur> In(string area, params IEnumerable<IEnumerable<Saboteur>> groups) =>
        groups.SelectMany(group => group).Select(saboteur => saboteur with { Area = area });
}
