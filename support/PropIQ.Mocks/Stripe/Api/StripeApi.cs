using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>The API that PropIQ calls: admits, answers and logs one call at a time (the mock holds its lock).</summary>
internal sealed class StripeApi(StripeWorld world, IReadOnlyList<IResource> resources)
{
    private readonly IdempotencyKeys _keys = new();
    private readonly Expander _expander = new(world);

    /// <summary>The answer, and what came to pass by the call.</summary>
    public (MockResponse Answer, Happening? Happening) Handle(MockRequest request)
    {
        var call = Read(request);
        var owner = CallOwner.Of(call, world);
        Happening? happening = null;
        MockResponse answer;
        try
        {
            answer = Admit(request, call, owner) ?? Answer(request, call, out happening);
        }
        catch (StripeRefusal refusal)
        {
            answer = ApiAnswers.Of(refusal.Status, refusal.ToJson(), call);
            if (!refusal.BeforeExecution)
            {
                _keys.Save(call, answer);
            }
        }

        // Nobody can tell a call that got lost from an answer that did: what was ordered is done.
        var dropped = owner?.Fault is { Status: null } fault && fault.Meets(request);
        answer = dropped ? answer with { Connection = ConnectionFate.Drop } : answer;
        owner?.Calls.Add(new StripeCall(request.Method, request.Path, call.Form.ToDictionary(), call.Cause.IdempotencyKey, dropped ? 0 : answer.Status, request.ReceivedAt));
        return (answer, happening);
    }

    // The answer to a call that is not carried out, null for one that is to be.
    private MockResponse? Admit(MockRequest request, ApiCall call, CustomerLedger? owner)
    {
        ApiKeys.Check(request);
        if (owner?.Fault is { Status: { } status } fault && fault.Meets(request))
        {
            return ApiAnswers.Failing(status, call);
        }

        RequireForm(request);
        return _keys.Replay(call);
    }

    private MockResponse Answer(MockRequest request, ApiCall call, out Happening? happening)
    {
        happening = null;
        var result = resources.Select(resource => resource.Handle(call)).FirstOrDefault(found => found is not null)
            ?? throw new StripeRefusal(404, "invalid_request_error", $"Unrecognized request URL ({request.Method}: {request.Path}).") { BeforeExecution = true };

        // Told even if the answer's expansion is refused: it has come to pass.
        happening = result.Happening;
        var answer = ApiAnswers.Of(200, _expander.Expand(result.Body, call.Form), call);
        _keys.Save(call, answer);
        return answer;
    }

    private static ApiCall Read(MockRequest request)
    {
        var parts = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        // Anything outside /v1 is no path of this API: the empty one matches nothing.
        string[] path = parts is ["v1", .. var rest] ? rest : [];
        var form = request.Method == "POST" ? BracketForm.Parse(request.Body) : BracketForm.Of(request.Query);
        return new ApiCall(request.Method, path, form, new Cause(StripeIds.Request(), Headers.Find(request, "Idempotency-Key")));
    }

    private static void RequireForm(MockRequest request)
    {
        var type = Headers.Find(request, "Content-Type");
        if (request.Body.Length > 0 && type?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw StripeRefusal.Invalid("Invalid request (check that your POST content type is application/x-www-form-urlencoded).", null);
        }
    }
}
