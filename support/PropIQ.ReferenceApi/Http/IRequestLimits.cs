namespace PropIQ.ReferenceApi.Http;

/// <summary>Keeps a request within the rate limit (clause 7.1), or refuses it.</summary>
public interface IRequestLimits
{
    /// <summary>Counts the request for its session, or for its address when there is no caller; a 429 <see cref="Refusal"/> when over.</summary>
    void Admit(HttpContext context, Caller? caller);
}
