using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Ai;

/// <summary>The one answer to every failure of the AI (clause 3.8): nothing of what it said is in it.</summary>
public static class AiRefusal
{
    /// <summary>503 <c>ai_unavailable</c>.</summary>
    public static Refusal Because(Exception? cause = null) =>
        new(503, "ai_unavailable", "The analysis service is not available at the moment. Please try again.", cause)
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };
}
