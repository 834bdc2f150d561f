using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Limits;

/// <summary>A request weighs more, or another, than one.</summary>
internal static class Weights
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("renewals_use_up_the_address", "Renewals are never refused for their rate, but counted: where twenty were made in a second, nobody can log in or calculate.")
        {
            Cases = ["exempt_from_the_rate_limit"],
            Clauses = ["7.1"],
            Host = host => host.Intercept("/auth/refresh", (context, real) =>
            {
                try
                {
                    context.RequestServices.GetRequiredService<IRequestLimits>().Admit(context, null);
                }
                catch (Refusal)
                {
                    // Exempt, but counted.
                }

                return real(context);
            }),
        },
    ];
}
