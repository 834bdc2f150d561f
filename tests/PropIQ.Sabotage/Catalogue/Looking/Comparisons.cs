using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Looking;

/// <summary>Comparisons rank wrongly, or compare what they should not.</summary>
internal static class Comparisons
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("worst_first_in_comparisons", "The comparison's first is the worst.")
        {
            Cases = ["comparison_ranking", "comparison_size"],
            Clauses = ["3.14"],
            Host = Ranking((real, analyses) => [.. real.BestFirst(analyses).Reverse()]),
        },
        new("scores_compared_as_text", "A score of nine is better than one of a hundred.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((_, analyses) => [.. analyses.OrderByDescending(analysis => analysis.DealScore.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)]),
        },
        new("scores_compared_in_whole_points", "A score of 61.5 is no better than one of 61.4.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((_, analyses) => [.. analyses.OrderByDescending(analysis => (int)analysis.DealScore)]),
        },
        new("equals_share_a_place", "Of analyses with equal scores the ranking shows one.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((real, analyses) => [.. real.BestFirst(analyses).DistinctBy(analysis => analysis.DealScore)]),
        },
        new("one_place_a_house", "A house that was analysed twice has one place in the ranking.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = Ranking((real, analyses) => [.. real.BestFirst(analyses).DistinctBy(analysis => analysis.Address)]),
        },
        new("best_id_is_the_first_asked", "A comparison's best is the one that was named first.")
        {
            Cases = ["comparison_ranking"],
            Clauses = ["3.14"],
            Host = host => host.Intercept("/propiq/compare", (context, real) => ChangedAnswer.OfAsync(
                context, real, answer => answer["best_id"] = context.Features.Get<JsonBody>()!.Texts("property_ids").Value![0])),
        },
        new("eleven_compared", "Eleven properties are compared.")
        {
            Cases = ["comparison_size"],
            Clauses = ["3.14"],
            Host = host => host.Intercept("/propiq/compare", (context, real) => real(context.WithBody(body =>
            {
                if (body["property_ids"] is System.Text.Json.Nodes.JsonArray { Count: > 10 } ids)
                {
                    ids.RemoveAt(10);
                }
            }))),
        },
        new("comparison_skips_the_unknown", "A comparison leaves out what there is not, and says nothing.")
        {
            Cases = ["comparison_size"],
            Clauses = ["3.14"],
            Host = host => host.OnRefusal("/propiq/compare", (context, refusal) =>
                refusal.Code == "not_found" ? context.Response.WriteAsJsonAsync(new { ranking = Array.Empty<object>(), best_id = "" }) : throw refusal),
        },
    ];

    private static Action<IServiceCollection> Ranking(Func<IRanking, IEnumerable<StoredAnalysis>, IReadOnlyList<StoredAnalysis>> instead) =>
        host => host.Twist<IRanking>(nameof(IRanking.BestFirst), real => (IEnumerable<StoredAnalysis> analyses) => instead(real, analyses));
}
