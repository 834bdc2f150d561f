using System.Collections.Concurrent;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>A customer has so many places at the AI, and what fails keeps its place for good.</summary>
internal static class AiPlaces
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("failures_keep_their_places", "Whoever met a failing AI three times is never served by it again, neither in analyses nor in support.")
        {
            Cases = ["azure_openai_unavailable", "chat_ai_unavailable"],
            Clauses = ["3.8", "6.1"],
            Host = host => host.Twist<IAiClient>(nameof(IAiClient.AskAsync), real =>
            {
                var places = new Places(3);
                return (AiQuestion question, CancellationToken stop) => places.TakeAsync(question.UserId, () => real.AskAsync(question, stop));
            }),
        },
        new("useless_answers_keep_their_places", "Whoever met ten answers without a usable score gets no analysis any more.")
        {
            Cases = ["azure_openai_unavailable"],
            Clauses = ["3.8"],
            Host = host => host.Twist<IAppraiser>(nameof(IAppraiser.AppraiseAsync), real =>
            {
                var places = new Places(10);
                return (Guid user, Property property, CancellationToken stop) => places.TakeAsync(user, () => real.AppraiseAsync(user, property, stop), isKept: refusal => refusal.InnerException is null);
            }),
        },
    ];

    private sealed class Places(int each)
    {
        private readonly ConcurrentDictionary<Guid, int> kept = new();

        public async Task<T> TakeAsync<T>(Guid user, Func<Task<T>> ask, Func<Refusal, bool>? isKept = null)
        {
            if (kept.GetValueOrDefault(user) >= each)
            {
                throw AiRefusal.Because();
            }

            try
            {
                return await ask();
            }
            catch (Refusal refusal) when (isKept?.Invoke(refusal) != false)
            {
                kept.AddOrUpdate(user, 1, (_, before) => before + 1);
                throw;
            }
        }
    }
}
